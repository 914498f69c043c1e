/** Something in an account changed: what it is, and which one. */
export interface AccountChange {
  readonly kind:
    | 'account'
    | 'checkout_session'
    | 'payment_intent'
    | 'event'
    | 'delivery'
    | 'request'
    | 'clock'
    | 'fault';
  readonly id: string;
}
