import type { Session } from '../api/Session.ts';
import { recurringCharges } from './recurringCharges.ts';

/**
 * What the shopper agrees to, which decides the page's words.
 * `payment`: an amount, once · `free`: nothing to pay, no card · `subscription`: the same amount now and every interval ·
 * `mixed`: something recurs, but today's amount is another · `trial`: nothing now, then an amount every interval ·
 * `setup`: a card is stored.
 */
export type OrderKind = 'payment' | 'free' | 'subscription' | 'mixed' | 'trial' | 'setup';

export const orderKind = (session: Session): OrderKind => {
  if (session.mode === 'setup') return 'setup';
  const charges = recurringCharges(session);
  const due = session.amount_total_atom;
  const [first] = charges;
  if (!first) return due === 0 ? 'free' : 'payment';
  if (due === 0 && session.discount?.trial_days_off) return 'trial';
  const onlyRecurring = session.line_items.every((line) => line.billing_interval !== null);
  return onlyRecurring && charges.length === 1 && first.amount === due ? 'subscription' : 'mixed';
};
