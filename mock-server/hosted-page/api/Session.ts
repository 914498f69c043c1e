import type { CheckoutLineItem, CheckoutSession } from 'paymentkit-js/hosted';

/** The session as the page reads it: the public view of the session API. */
export type Session = CheckoutSession;

export type LineItem = CheckoutLineItem;

/** How often a recurring line is charged. */
export type Interval = 'day' | 'week' | 'month' | 'year';

/** The session in an answer: the answer itself, or its `session`. `undefined` for anything that is none. */
export const sessionIn = (body: Readonly<Record<string, unknown>>): Session | undefined => {
  const found = 'state' in body ? body : body.session;
  if (typeof found !== 'object' || found === null) return undefined;
  const { id, state, line_items: lines } = found as Partial<Session>;
  return typeof id === 'string' && typeof state === 'string' && Array.isArray(lines)
    ? (found as Session)
    : undefined;
};
