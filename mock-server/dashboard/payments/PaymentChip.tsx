import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { Chip } from '../views/Chip.tsx';
import { standingOfPayment } from './standingOfPayment.ts';

/** How a payment stands. */
export const PaymentChip = ({ payment }: { payment: PaymentIntent }) => {
  const [tone, text] = standingOfPayment(payment);
  return <Chip tone={tone} text={text} />;
};
