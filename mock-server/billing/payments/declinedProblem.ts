import { Problem } from '../../domain/requests/Problem.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';

/** What a server is told whose customer's card was declined; without a payment there was no card. */
export function declinedProblem(payment: PaymentRecord | undefined): Problem {
  if (!payment) {
    const detail = 'The customer has no saved card. Nothing was charged.';
    return new Problem(402, 'payment_method_missing', detail);
  }
  return new Problem(402, 'card_declined', 'The card was declined. Nothing was charged.', {
    members: {
      decline_code: payment.decline_code,
      recoverable: true,
      payment_intent_id: payment.id,
    },
  });
}
