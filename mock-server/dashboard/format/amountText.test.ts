import { expect, test } from 'vitest';
import { amountText } from './amountText.ts';
import { hasWords } from './hasWords.ts';

test.each([
  [125_000, 'usd', '$1,250.00'],
  [125_000, 'usd', '1250 USD'],
  [7200, 'jpy', '7200'],
])('%i %s is found as %s', (atom, currency, wanted) => {
  expect(hasWords(amountText(atom, currency), wanted)).toBe(true);
});

test('what has no currency has no amount', () => {
  expect(amountText(0, null)).toBe('');
});
