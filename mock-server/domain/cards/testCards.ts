export type CardOutcome =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'declines'; readonly code: string; readonly above?: number }
  | { readonly kind: 'declines_first'; readonly code: string }
  | { readonly kind: 'asks_for_challenge' }
  | { readonly kind: 'takes_a_while'; readonly seconds: number }
  | { readonly kind: 'fails_once'; readonly code: string };

export interface TestCard {
  readonly number: string;
  readonly brand: 'visa' | 'mastercard' | 'amex';
  readonly outcome: CardOutcome;
}

/** Every number that is accepted. There is no other: nobody is to type a real one into a mock. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', outcome: { kind: 'succeeds' } },
  { number: '5555555555554444', brand: 'mastercard', outcome: { kind: 'succeeds' } },
  { number: '378282246310005', brand: 'amex', outcome: { kind: 'succeeds' } },
  {
    number: '4000000000000002',
    brand: 'visa',
    outcome: { kind: 'declines', code: 'generic_decline' },
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    outcome: { kind: 'declines', code: 'insufficient_funds', above: 1000 },
  },
  {
    number: '4000000000009987',
    brand: 'visa',
    outcome: { kind: 'declines_first', code: 'generic_decline' },
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    outcome: { kind: 'declines', code: 'expired_card' },
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    outcome: { kind: 'declines', code: 'incorrect_cvc' },
  },
  { number: '4000000000003220', brand: 'visa', outcome: { kind: 'asks_for_challenge' } },
  { number: '4000000000000077', brand: 'visa', outcome: { kind: 'takes_a_while', seconds: 60 } },
  {
    number: '4000000000000119',
    brand: 'visa',
    outcome: { kind: 'fails_once', code: 'processing_error' },
  },
];
