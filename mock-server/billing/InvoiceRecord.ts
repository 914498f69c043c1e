import type { CustomFields } from '../domain/checkCustomFields.ts';
import type { PricedOrder } from '../domain/priceLineItems.ts';
import type { Dated } from '../store/AccountRecords.ts';

/** What was bought and how it was paid. */
export interface InvoiceRecord extends Dated, Omit<PricedOrder, 'currency'> {
  readonly currency: string;
  readonly number: string;
  readonly status: 'open' | 'paid';
  readonly checkout_session_id: string | null;
  readonly customer_id: string | null;
  readonly subscription_ids: readonly string[];
  readonly payment_intent_id: string | null;
  readonly billing_reason: 'subscription_create' | 'subscription_cycle' | null;
  /** Paid, but not through PaymentKit. */
  readonly out_of_band: boolean;
  readonly refunded_amount_atom: number;
  readonly paid_at: number | null;
  readonly description: string | null;
  readonly custom_fields: CustomFields;
}
