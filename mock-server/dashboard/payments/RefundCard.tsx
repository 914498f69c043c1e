import { useState } from 'preact/hooks';
import { formatMoney } from '../../page-parts/format.ts';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useOncePer } from '../useOncePer.ts';
import { StateChip } from '../views/Chip.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface Refund {
  readonly id: string;
  readonly status: string;
  readonly amount_atom: number;
  readonly currency: string;
}

const Refunds = ({ refunds }: { refunds: readonly Refund[] }) => (
  <ul class="rows">
    {refunds.map(({ id, status, amount_atom: atom, currency }) => (
      <li key={id} class="row">
        <span class="num">{formatMoney(atom, currency, 'en')}</span>
        <StateChip state={status} />
      </li>
    ))}
  </ul>
);

/** What of a payment was given back, and a way to give back the rest. */
export const RefundCard = ({ payment }: { payment: PaymentIntent }) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const list = at(`api/payments/refunds?payment_intent_id=${encodeURIComponent(payment.id)}`);
  const { value } = useLoaded<Page<Refund>>(list, ['payment_intent', 'event', 'clock']);
  const rest = payment.amount_atom - payment.refunded_amount_atom;
  const once = useOncePer(rest);
  const [acted, setActed] = useState(false);
  const end = useKeptFocus<HTMLParagraphElement>(acted, rest);
  const refund = async (): Promise<boolean> => {
    const body = { payment_intent_id: payment.id };
    const wrong = troubleOf(await api.send('POST', at('api/payments/refunds'), body));
    setTrouble(wrong);
    setActed(!wrong);
    return !wrong;
  };
  return (
    <div class="card">
      <header>
        <h2>Refunds</h2>
      </header>
      {value && <Refunds refunds={value.data} />}
      <div class="pad">
        {rest > 0 ? (
          <div>
            <button type="button" class="btn" onClick={() => void once(refund)}>
              Refund {formatMoney(rest, payment.currency ?? 'usd', 'en')}
            </button>
          </div>
        ) : (
          <p class="muted" tabIndex={-1} ref={end}>
            All of it was given back.
          </p>
        )}
        {trouble && <TroubleNote what="Nothing was refunded." trouble={trouble} />}
      </div>
    </div>
  );
};
