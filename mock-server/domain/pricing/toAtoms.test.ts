import { expect, test } from 'vitest';
import { toAtoms } from './toAtoms.ts';

test.each([
  [29, 'usd', 2900],
  [0.29, 'usd', 29],
  [1.1, 'usd', 110],
  [999999999.99, 'usd', 99999999999],
  [500, 'jpy', 500],
  [1.005, 'kwd', 1005],
  [0, 'usd', 0],
  [0.001, 'usd', undefined],
  [0.5, 'jpy', undefined],
  [1.0005, 'kwd', undefined],
])('%d in %s is %s in the smallest unit', (amount, currency, atoms) => {
  expect(toAtoms(amount, currency)).toBe(atoms);
});
