import type { z } from 'zod';
import type { attemptSchema } from '../../schemas/checkoutSession.ts';

export type PaymentAttempt = z.infer<typeof attemptSchema>;

/** One press of the button that pays. */
export interface PaymentIntent {
  readonly id: string;
  /** A renewal has none. */
  readonly checkout_session_id: string | null;
  readonly status: string;
  readonly amount_atom: number;
  readonly refunded_amount_atom: number;
  readonly currency: string | null;
  readonly customer_id: string | null;
  readonly payment_method_id: string | null;
  readonly invoice_id: string | null;
  readonly card: { readonly brand: string; readonly last4: string };
  readonly decline_code: string | null;
  readonly attempts: readonly PaymentAttempt[];
  readonly created_at: string;
}

const brands: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
};

/** `Visa ending in 4242`. */
export const cardOfPaymentIntent = ({ card }: Pick<PaymentIntent, 'card'>): string =>
  `${brands[card.brand] ?? card.brand} ending in ${card.last4}`;
