import { useState } from 'preact/hooks';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useOncePer } from '../useOncePer.ts';
import { FailureNote } from '../views/FailureNote.tsx';

type Outcome = 'complete' | 'decline' | 'challenge' | 'processing' | 'expire';

/** What its button says, and what is said when it is so. */
const outcomes: Readonly<Record<Outcome, readonly [string, string]>> = {
  complete: ['Complete', 'Completed, as if it had been paid.'],
  processing: ['Processing', 'Processing. The bank says in a minute on the clock.'],
  challenge: ['Challenge', 'The payment waits for the bank’s question to be answered.'],
  expire: ['Expire', 'Expired. It can no longer be paid.'],
  decline: ['Decline', 'Declined. The session can be paid again.'],
};

const withoutReason = ['complete', 'processing', 'challenge', 'expire'] as const;

const reasons = [
  'generic_decline',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
] as const;

type Reason = (typeof reasons)[number];

/** What can still become of a session. */
const possible = (state: CheckoutSession['state']): readonly Outcome[] => {
  if (state === 'open') return [...withoutReason, 'decline'];
  return state === 'processing' ? ['complete', 'decline'] : [];
};

/** Asks the server to settle a session, and says how that went. */
const useSettle = ({ id, state }: CheckoutSession, reason: Reason) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const once = useOncePer(state);
  const settle = async (outcome: Outcome, words: string): Promise<boolean> => {
    if (!possible(state).includes(outcome)) return false;
    const body = { outcome, ...(outcome === 'decline' && { decline_code: reason }) };
    const path = at(`sessions/${encodeURIComponent(id)}/outcome`);
    const wrong = troubleOf(await api.send('POST', path, body));
    setTrouble(wrong);
    setSaid(wrong ? '' : words);
    // A declined session is open again, and may be declined again.
    return !wrong && outcome !== 'decline';
  };
  return {
    said,
    trouble,
    settle: (...chosen: Parameters<typeof settle>) => once(() => settle(...chosen)),
  };
};

interface OutcomesProps {
  readonly state: CheckoutSession['state'];
  readonly onChoose: (outcome: Outcome, words: string) => void;
}

const OutcomeButton = ({ outcome, state, onChoose }: OutcomesProps & { outcome: Outcome }) => {
  const [text, words] = outcomes[outcome];
  return (
    <button
      type="button"
      class="btn"
      aria-disabled={!possible(state).includes(outcome)}
      onClick={() => {
        onChoose(outcome, words);
      }}
    >
      {text}
    </button>
  );
};

/** A decline has a reason, which stands beside it. */
const Outcomes = (
  props: OutcomesProps & { reason: Reason; onReason: (reason: Reason) => void },
) => (
  <>
    <div class="halves">
      {withoutReason.map((outcome) => (
        <OutcomeButton key={outcome} outcome={outcome} {...props} />
      ))}
    </div>
    <div class="beside">
      <SelectField
        id="decline-code"
        label="Reason for a decline"
        value={props.reason}
        options={reasons.map((code) => [code, code])}
        onChange={props.onReason}
      />
      <OutcomeButton outcome="decline" {...props} />
    </div>
  </>
);

/** Ends, or nearly ends, a session without its page. */
export const SettleCard = ({ session }: { session: CheckoutSession }) => {
  const [reason, setReason] = useState<Reason>('generic_decline');
  const { said, trouble, settle } = useSettle(session, reason);
  const open = possible(session.state).length > 0;
  const end = useKeptFocus<HTMLParagraphElement>(said !== '', session.state);
  return (
    <div class="card">
      <header>
        <h2>Settle it for a test</h2>
      </header>
      <div class="pad">
        <p class="small muted">
          {open ? 'Settles it without its page.' : 'It has ended. Nothing can change it any more.'}
        </p>
        {open && (
          <Outcomes
            state={session.state}
            reason={reason}
            onReason={setReason}
            onChoose={(...chosen) => void settle(...chosen)}
          />
        )}
        <p class="small" role="status" tabIndex={-1} ref={end}>
          {said}
        </p>
        {trouble && <FailureNote what="It was not settled." trouble={trouble} />}
      </div>
    </div>
  );
};
