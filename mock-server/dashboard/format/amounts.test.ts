import { expect, test } from 'vitest';
import { parseAmount } from './parseAmount.ts';
import { writeAmount } from './writeAmount.ts';

test.each([
  ['12', 'usd', 1200],
  ['12.5', 'usd', 1250],
  [' 12.50 ', 'usd', 1250],
  ['12.', 'usd', 1200],
  ['0.29', 'usd', 29],
  ['1.005', 'kwd', 1005],
  ['7200', 'jpy', 7200],
  ['0', 'usd', 0],
])('%j is, in %s, %i of its smallest unit', (text, currency, atom) => {
  expect(parseAmount(text, currency)).toBe(atom);
});

test.each([
  ['12.345', 'usd'],
  ['7200.5', 'jpy'],
  ['12,50', 'usd'],
  ['1,250', 'usd'],
  ['.5', 'usd'],
  ['-5', 'usd'],
  ['5e3', 'usd'],
  ['', 'usd'],
  ['$5', 'usd'],
])('%j is no amount in %s', (text, currency) => {
  expect(parseAmount(text, currency)).toBeUndefined();
});

test.each([
  [4000, 'usd', '40.00'],
  [1, 'usd', '0.01'],
  [7200, 'jpy', '7200'],
  [1005, 'kwd', '1.005'],
])('%i of %s is typed %s, and read as it was', (atom, currency, text) => {
  expect(writeAmount(atom, currency)).toBe(text);
  expect(parseAmount(text, currency)).toBe(atom);
});
