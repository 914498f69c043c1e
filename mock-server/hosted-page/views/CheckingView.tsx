import { Icon } from './Icon.tsx';
import type { View } from './View.ts';

/** The answer to a payment was lost. Never "failed", and never "pay again": the money may have moved. */
export const CheckingView = ({ state, actions }: View) => {
  const { phase, texts } = state;
  if (phase.name !== 'checking') return null;
  return (
    <section class="col solid" aria-labelledby="heading">
      <span class="disc" aria-hidden="true">
        {phase.gaveUp ? <Icon name="off" /> : <span class="spin" />}
      </span>
      <div role="status">
        <h2 id="heading" tabIndex={-1}>
          {texts.checking}
        </h2>
        <p class="muted">{phase.gaveUp ? texts.unknownHint : texts.checkingHint}</p>
      </div>
      {phase.gaveUp && (
        <button type="button" class="btn start" onClick={actions.checkAgain}>
          {texts.checkAgain}
        </button>
      )}
    </section>
  );
};
