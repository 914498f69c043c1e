import type { Dated } from './Dated.ts';

export const refundReasons = [
  'manual',
  'duplicate',
  'fraudulent',
  'requested_by_customer',
  'expired_uncaptured_charge',
  'manual_out_of_band',
] as const;

/** Money that goes back. */
export interface RefundRecord extends Dated {
  readonly status: 'pending' | 'succeeded';
  readonly invoice_id: string;
  readonly payment_intent_id: string | null;
  readonly amount_atom: number;
  readonly currency: string;
  readonly reason: (typeof refundReasons)[number];
  readonly refunded_out_of_band: boolean;
}
