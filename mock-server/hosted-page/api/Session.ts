import type { CheckoutLineItem, CheckoutSession } from 'paymentkit-js/hosted';

/** The session as the page reads it: the public view of the session API. */
export type Session = CheckoutSession;

export type LineItem = CheckoutLineItem;

/** How often a recurring line is charged. */
export type Interval = 'day' | 'week' | 'month' | 'year';
