/** The part of PaymentKit's checkout session that this shop uses, snake_case as it travels. */
export interface SessionRecord {
  readonly id: string;
  readonly url: string;
  readonly state: 'open' | 'processing' | 'completed' | 'expired';
  readonly currency: string | null;
  readonly amount_subtotal_atom: number;
  readonly amount_total_atom: number;
  readonly payment_intent_id: string | null;
}

/** Reads what we rely on and nothing else: a missing amount must never compare as equal. */
export function parseSession(body: unknown): SessionRecord | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { id, url, state, currency, amount_subtotal_atom, amount_total_atom, payment_intent_id } =
    body as Record<string, unknown>;
  if (typeof id !== 'string' || typeof url !== 'string' || !isWebAddress(url)) return undefined;
  if (!isState(state) || !isNullableString(currency) || !isNullableString(payment_intent_id)) {
    return undefined;
  }
  if (!isAmount(amount_subtotal_atom) || !isAmount(amount_total_atom)) return undefined;
  return { id, url, state, currency, amount_subtotal_atom, amount_total_atom, payment_intent_id };
}

// It becomes a link on our pages, where `javascript:` would run.
const isWebAddress = (value: string) => URL.canParse(value) && /^https?:/.test(value);

const isState = (value: unknown): value is SessionRecord['state'] =>
  value === 'open' || value === 'processing' || value === 'completed' || value === 'expired';

const isNullableString = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
