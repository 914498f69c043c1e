import { offlineIcon, Icon } from './Icon.tsx';
import type { LaterView } from './View.ts';

/** The answer to a payment was lost. Never "failed", and never "pay again": the money may have moved. */
export const CheckingView = ({ state, actions, words }: LaterView) => {
  const { phase } = state;
  if (phase.name !== 'checking') return null;
  return (
    <section class="col solid" aria-labelledby="heading">
      <span class="disc" aria-hidden="true">
        {phase.gaveUp ? <Icon d={offlineIcon} /> : <span class="spin" />}
      </span>
      <div role="status">
        <h2 id="heading" tabIndex={-1} aria-describedby="why">
          {words.checking}
        </h2>
        <p class="muted" id="why">
          {phase.gaveUp ? words.unknownHint : words.checkingHint}
        </p>
      </div>
      {phase.gaveUp && (
        <button type="button" class="btn start" onClick={actions.checkAgain}>
          {words.checkAgain}
        </button>
      )}
    </section>
  );
};
