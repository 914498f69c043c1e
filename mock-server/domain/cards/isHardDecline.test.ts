import { expect, test } from 'vitest';
import { isHardDecline } from './isHardDecline.ts';
import { testCards } from './testCards.ts';

test.each([
  ['expired_card', true],
  ['incorrect_cvc', true],
  ['lost_card', true],
  ['stolen_card', true],
  ['generic_decline', false],
  ['insufficient_funds', false],
  ['processing_error', false],
  ['authentication_timeout', false],
  ['a_code_of_tomorrow', false],
  [null, false],
])('%s is for ever: %s', (code, isHard) => {
  expect(isHardDecline(code)).toBe(isHard);
});

test('a card that may be taken the next time is never declined for ever', () => {
  for (const { number, outcome } of testCards) {
    if (outcome.kind !== 'fails_once' && outcome.kind !== 'declines_first') continue;
    expect(isHardDecline(outcome.code), number).toBe(false);
  }
});
