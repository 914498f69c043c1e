import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { Chip, StateChip } from '../views/Chip.tsx';

/** How a payment stands; what was given back counts for more than that it was taken. */
export const PaymentChip = ({ payment }: { payment: PaymentIntent }) => {
  const { status, amount_atom: amount, refunded_amount_atom: refunded } = payment;
  if (refunded === 0) return <StateChip state={status} />;
  return <Chip tone="off" text={refunded < amount ? 'Partly refunded' : 'Refunded'} />;
};
