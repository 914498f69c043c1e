import type { PaymentIntent } from '../api/PaymentIntent.ts';
import type { Tone } from '../views/Chip.tsx';
import { lookOfState } from '../views/lookOfState.ts';

/** How a payment stands, as it is shown; what was given back counts for more than that it was taken. */
export const standingOfPayment = ({
  status,
  amount_atom: amount,
  refunded_amount_atom: refunded,
}: PaymentIntent): readonly [Tone, string] => {
  if (refunded === 0) return lookOfState(status);
  return ['off', refunded < amount ? 'Partly refunded' : 'Refunded'];
};
