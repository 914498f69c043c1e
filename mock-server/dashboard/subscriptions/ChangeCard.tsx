import { useState } from 'preact/hooks';
import type { Subscription } from '../api/Subscription.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useOncePer } from '../useOncePer.ts';
import { AskFirst } from '../views/AskFirst.tsx';
import { FailureNote } from '../views/FailureNote.tsx';
import { stepsOf, type Step } from './stepsOf.ts';

/** Takes steps, one at a time, and says how that went. */
const useSteps = ({ id, state, cancel_at_period_end: ending }: Subscription, done: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const once = useOncePer(`${state} ${String(ending)}`);
  const take = async ({ method, path, body, said: words }: Step): Promise<boolean> => {
    const address = at(`api/subscriptions/${encodeURIComponent(id)}${path}`);
    const wrong = troubleOf(await api.send(method, address, body));
    setTrouble(wrong);
    setSaid(wrong ? '' : words);
    done();
    return !wrong;
  };
  return { said, trouble, take: (step: Step) => once(() => take(step)) };
};

/**
 * What takes the place of a button takes the focus that it had. Each keeps its place whatever the others say: a double
 * click must not end on the one that is final.
 */
const Steps = ({ steps, take }: { steps: readonly Step[]; take: (step: Step) => void }) => (
  <div class="column">
    {steps.map((step, place) => {
      const go = (): void => {
        take(step);
      };
      return step.asks ? (
        <AskFirst key={place} act={step.text} {...step.asks} onConfirm={go} />
      ) : (
        <button key={place} type="button" class="btn" onClick={go}>
          {step.text}
        </button>
      );
    })}
  </div>
);

/** Does what a merchant's server would do with the API. `onChanged`: it has been asked. */
export const ChangeCard = ({
  subscription,
  onChanged,
}: {
  subscription: Subscription;
  onChanged: () => void;
}) => {
  const { said, trouble, take } = useSteps(subscription, onChanged);
  const steps = stepsOf(subscription);
  const end = useKeptFocus<HTMLParagraphElement>(said !== '', steps.length);
  return (
    <div class="card">
      <header>
        <h2>Change it</h2>
      </header>
      <div class="pad">
        <p class="small muted">
          {steps.length > 0
            ? 'As your server would with the API. Cancelling now is final.'
            : 'It has ended. Nothing can change it any more.'}
        </p>
        {steps.length > 0 && <Steps steps={steps} take={(step) => void take(step)} />}
        <p class="small" role="status" tabIndex={-1} ref={end}>
          {said}
        </p>
        {trouble && <FailureNote what="It was not changed." trouble={trouble} />}
      </div>
    </div>
  );
};
