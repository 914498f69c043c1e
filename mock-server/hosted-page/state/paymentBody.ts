import { digitsOf } from '../form/digitsOf.ts';
import { parseExpiryDate } from '../form/parseExpiryDate.ts';
import { orderKind } from '../order/orderKind.ts';
import type { PageState } from './PageState.ts';
import type { Session } from '../api/Session.ts';

/**
 * The body of a payment. Made once for a press of Pay and sent unchanged in every repetition: the key belongs to exactly
 * these bytes. The amount is the one on the button, so nobody is charged what they have not seen.
 */
export const paymentBody = ({ values, saveCard }: PageState, session: Session): string => {
  const expiry = parseExpiryDate(values.expiry);
  const email = values.email.trim();
  const name = values.name.trim();
  const postalCode = values.postalCode.trim();
  const card = orderKind(session) !== 'free' && expiry;
  return JSON.stringify({
    ...(card && {
      payment_method: {
        type: 'card',
        number: digitsOf(values.number),
        exp_month: card.month,
        exp_year: card.year,
        cvc: values.securityCode,
        ...(name !== '' && { name }),
        ...(postalCode !== '' && { postal_code: postalCode }),
      },
      save_payment_method: saveCard,
    }),
    ...(email !== '' && { email }),
    expected_amount_atom: session.amount_total_atom,
  });
};
