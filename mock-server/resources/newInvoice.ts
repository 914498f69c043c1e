import type { Account } from '../store/createAccount.ts';

/** What an invoice has of itself when it is written, its number among it: invoices are never deleted. */
export function newInvoice({ records }: Account) {
  return {
    number: `AP-${String(records.invoices.size + 1).padStart(6, '0')}`,
    payment_intent_id: null,
    collection_method: 'charge_automatically',
    due_at: null,
    attempt_count: 0,
    next_attempt_at: null,
    out_of_band: false,
    refunded_amount_atom: 0,
    paid_at: null,
    description: null,
    metadata: {},
    custom_fields: {},
  } as const;
}
