import { useRef, useState } from 'preact/hooks';
import { formatMoney } from '../../page-parts/format.ts';
import { newKey } from '../../page-parts/newKey.ts';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { TextField } from '../fields/TextField.tsx';
import { parseAmount } from '../format/parseAmount.ts';
import { writeAmount } from '../format/writeAmount.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useOncePer } from '../useOncePer.ts';
import { StateChip } from '../views/StateChip.tsx';
import { FailureNote } from '../views/FailureNote.tsx';

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

/**
 * What is typed, how much that is, and what is wrong with it. At first it is all that is left. What was typed before
 * something was given back was not meant for what is left since.
 */
const useAmount = (rest: number, currency: string) => {
  const [typed, setTyped] = useState({ text: writeAmount(rest, currency), rest });
  const [checked, setChecked] = useState(false);
  const text = typed.rest === rest ? typed.text : '';
  const parsed = parseAmount(text, currency) ?? 0;
  const amount = parsed > 0 && parsed <= rest ? parsed : undefined;
  const limits = `${writeAmount(1, currency)} to ${writeAmount(rest, currency)}`;
  return {
    ...{ text, amount, check: () => setChecked(true) },
    error: checked && amount === undefined ? `Enter an amount from ${limits}.` : undefined,
    type: (given: string) => {
      setChecked(false);
      setTyped({ text: given, rest });
    },
  };
};

/** A key for each request. One that nobody answered may have been done: tried again, it has the key that it had. */
const useKeys = () => {
  const open = useRef<{ readonly request: string; readonly key: string }>(undefined);
  return (request: string) => {
    if (open.current?.request !== request) open.current = { request, key: newKey() };
    const answered = (): void => {
      open.current = undefined;
    };
    return { key: open.current.key, answered };
  };
};

/** Gives back, once at a time, and says how that went. */
const useRefund = (payment: PaymentIntent, rest: number, refresh: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<Trouble & { readonly rest: number }>();
  const once = useOncePer(rest);
  const keyOf = useKeys();
  const refund = async (amount: number, done: () => void): Promise<boolean> => {
    const body = { payment_intent_id: payment.id, amount_atom: amount };
    const { key, answered } = keyOf(`${String(amount)} of ${String(rest)}`);
    const wrong = troubleOf(await api.send('POST', at('api/payments/refunds'), body, { key }));
    if (!wrong || wrong.refused) answered();
    setFailed(wrong && { ...wrong, rest });
    setSaid(wrong ? '' : `Refunded ${formatMoney(amount, payment.currency ?? 'usd', 'en')}.`);
    if (!wrong) done();
    refresh();
    return !wrong;
  };
  return {
    said,
    // When something has been given back since, it is known.
    trouble: failed?.refused === false && failed.rest !== rest ? undefined : failed,
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
        {...{ inputMode: 'decimal', value: text, error, announced: true }}
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
        {trouble && <FailureNote what="Nothing was refunded." trouble={trouble} />}
      </div>
    </div>
  );
};
