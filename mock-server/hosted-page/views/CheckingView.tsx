import { Icon } from './Icon.tsx';
import type { LaterView } from './View.ts';

const offlineIcon =
  'M2 2l12 12M1.8 6.3A9 9 0 0 1 4 4.8m3-.9a9 9 0 0 1 7.2 2.4M4.3 8.9A5.4 5.4 0 0 1 7 7.4m3.6.8q.6.3 1.1.7M8 12v.1';

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
