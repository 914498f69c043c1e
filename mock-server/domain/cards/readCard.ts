import { testCards, type TestCard } from './testCards.ts';

export type CardFault =
  | { readonly code: 'invalid_number'; readonly msg: string; readonly field: 'number' }
  | {
      readonly code: 'validation_failed';
      readonly msg: string;
      readonly field: 'exp_month' | 'cvc';
    };

/** The check digit of card numbers (ISO/IEC 7812-1), on a text of digits. */
export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 12 && digits.length <= 19 && sum % 10 === 0;
}

/** Finds the test card of a number, or says what is wrong. The expiry date is judged by the account's clock. */
export function readCard(
  card: {
    readonly number: string;
    readonly exp_month: number;
    readonly exp_year: number;
    readonly cvc: string;
  },
  now: number,
): TestCard | CardFault {
  const digits = card.number.replaceAll(/[ -]/g, '');
  if (!/^\d+$/.test(digits) || !isLuhnValid(digits)) {
    return {
      code: 'invalid_number',
      msg: 'This is not a card number: use a test card, such as 4242 4242 4242 4242',
      field: 'number',
    };
  }
  const known = testCards.find(({ number }) => number === digits);
  if (!known) {
    const msg = 'No real card is taken here: use a test card, such as 4242 4242 4242 4242';
    return { code: 'invalid_number', msg, field: 'number' };
  }
  // A card is good until the end of its month.
  if (Date.UTC(card.exp_year, card.exp_month) <= now) {
    return {
      code: 'validation_failed',
      msg: 'The card has expired: give a later month',
      field: 'exp_month',
    };
  }
  const length = known.brand === 'amex' ? 4 : 3;
  if (card.cvc.length === length) return known;
  const msg = `Give the ${String(length)} digits of this card’s security code`;
  return { code: 'validation_failed', msg, field: 'cvc' };
}
