import { expect, test } from 'vitest';
import { hasWords } from './hasWords.ts';

test.each([
  ['pi_1 Visa ending in 0002 $49.00 usd', 'VISA 0002', true],
  ['pi_1 Visa ending in 0002 $49.00 usd', '0002   visa ', true],
  ['pi_1 Visa ending in 0002 $49.00 usd', 'visa 4242', false],
  ['Zoë Łukasz-Núñez', 'ZOE nunez', true],
  ['Zoe', 'zoë', true],
  ['CHF\u00A029.00 chf', 'chf 29.00', true],
  ['anything', '', true],
  ['anything', '  ', true],
])('%s has every word of "%s": %s', (text, wanted, found) => {
  expect(hasWords(text, wanted)).toBe(found);
});
