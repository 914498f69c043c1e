import type { LaterTexts } from '../texts/Texts.ts';

/** A card the mock knows, and what the banner says it does. */
export interface TestCard {
  readonly number: string;
  readonly outcome: keyof LaterTexts['testCard'];
}

/** The cards the test-mode banner offers. A test compares them with the server's own table. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', outcome: 'succeeds' },
  { number: '4000000000003220', outcome: 'challenge' },
  { number: '4000000000009987', outcome: 'second' },
  { number: '4000000000000002', outcome: 'declined' },
  { number: '4000000000009995', outcome: 'funds' },
  { number: '4000000000000069', outcome: 'expired' },
  { number: '4000000000000127', outcome: 'code' },
  { number: '4000000000000077', outcome: 'slow' },
  { number: '4000000000000119', outcome: 'retry' },
];

const more = ['5555555555554444', '378282246310005'];

/** Whether a number may leave the page in test mode: a real one never does. */
export const isTestCard = (digits: string): boolean =>
  more.includes(digits) || testCards.some((card) => card.number === digits);
