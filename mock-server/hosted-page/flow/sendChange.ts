import type { Session } from '../api/Session.ts';
import type { Flow } from './Flow.ts';

/** Tells the merchant's page the amounts that now hold. */
export const sendChange = ({ send }: Pick<Flow, 'send'>, session: Session): void => {
  if (session.currency === null) return;
  send({
    t: 'h:change',
    currency: session.currency,
    amount_subtotal_atom: session.amount_subtotal_atom,
    amount_discount_atom: session.amount_discount_atom,
    amount_total_atom: session.amount_total_atom,
  });
};
