import { useState } from 'preact/hooks';
import { formatMoney } from '../../page-parts/format.ts';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { TextField } from '../form/TextField.tsx';
import { parseAmount } from '../format/parseAmount.ts';
import { writeAmount } from '../format/writeAmount.ts';
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

/** What is typed, how much that is, and what is wrong with it. At first it is all that is left. */
const useAmount = (rest: number, currency: string) => {
  const [typed, setTyped] = useState<string>();
  const [checked, setChecked] = useState(false);
  const text = typed ?? writeAmount(rest, currency);
  const parsed = parseAmount(text, currency) ?? 0;
  const amount = parsed > 0 && parsed <= rest ? parsed : undefined;
  const limits = `${writeAmount(1, currency)} to ${writeAmount(rest, currency)}`;
  return {
    ...{ text, amount, check: () => setChecked(true) },
    error: checked && amount === undefined ? `Enter an amount from ${limits}.` : undefined,
    type: (given: string) => {
      setChecked(false);
      setTyped(given);
    },
  };
};

/** Gives back, once at a time, and says how that went. */
const useRefund = (payment: PaymentIntent, rest: number, refresh: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const once = useOncePer(rest);
  const refund = async (amount: number, done: () => void): Promise<boolean> => {
    const body = { payment_intent_id: payment.id, amount_atom: amount };
    const wrong = troubleOf(await api.send('POST', at('api/payments/refunds'), body));
    setTrouble(wrong);
    setSaid(wrong ? '' : `Refunded ${formatMoney(amount, payment.currency ?? 'usd', 'en')}.`);
    if (!wrong) done();
    refresh();
    return !wrong;
  };
  return {
    said,
    trouble,
    refund: (...wanted: Parameters<typeof refund>) => void once(() => refund(...wanted)),
  };
};

interface RefundFormProps {
  readonly rest: number;
  readonly currency: string;
  readonly onRefund: (amount: number, done: () => void) => void;
}

const RefundForm = ({ rest, currency, onRefund }: RefundFormProps) => {
  const { text, amount, error, check, type } = useAmount(rest, currency);
  // The second press of a double click finds the field empty: what is left is not given back by it.
  const empty = (): void => type('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    check();
    if (amount === undefined) document.getElementById('refund-amount')?.focus();
    else onRefund(amount, empty);
  };
  return (
    <form class="group" noValidate onSubmit={submit}>
      <TextField
        {...{ id: 'refund-amount', label: `Amount in ${currency.toUpperCase()}`, look: 'num' }}
        {...{ inputMode: 'decimal', value: text, error }}
        help={`Up to ${formatMoney(rest, currency, 'en')} can be given back.`}
        onInput={type}
      />
      <div class="acts">
        <button class="btn">
          {amount === undefined ? 'Refund' : `Refund ${formatMoney(amount, currency, 'en')}`}
        </button>
      </div>
    </form>
  );
};

/** Who hears nothing of money does not know where it is. */
const outcomeOf = ({ code }: Trouble): string =>
  code === 'network' ? 'It is not known whether it was refunded.' : 'Nothing was refunded.';

/** What of a payment was given back, and a way to give back the rest or a part of it. */
export const RefundCard = ({ payment }: { payment: PaymentIntent }) => {
  const at = useAccountPath();
  const id = encodeURIComponent(payment.id);
  const list = at(`api/payments/refunds?payment_intent_id=${id}&limit=100`);
  const { value, refresh } = useLoaded<Page<Refund>>(list, ['payment_intent', 'event', 'clock']);
  const rest = payment.amount_atom - payment.refunded_amount_atom;
  const { said, trouble, refund } = useRefund(payment, rest, refresh);
  const end = useKeptFocus<HTMLParagraphElement>(said !== '', rest);
  return (
    <div class="card">
      <header>
        <h2>Refunds</h2>
      </header>
      {value && <Refunds refunds={value.data} />}
      <div class={value && value.data.length > 0 ? 'pad inset' : 'pad'}>
        {rest > 0 && (
          <RefundForm {...{ rest }} currency={payment.currency ?? 'usd'} onRefund={refund} />
        )}
        <p class="small" role="status" tabIndex={-1} ref={end}>
          {rest > 0 ? said : 'All of it was given back.'}
        </p>
        {trouble && <TroubleNote what={outcomeOf(trouble)} trouble={trouble} />}
      </div>
    </div>
  );
};
