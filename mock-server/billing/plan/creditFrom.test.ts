import { expect, test } from 'vitest';
import { creditFrom } from './creditFrom.ts';

/** Two of a period were paid, two more are on a bill, and then the plan has changed by so much, with so much of it left. */
function gave(...changes: readonly (readonly [value_atom: number, left: number])[]) {
  const bills = [
    { value_atom: 2000, invoice_id: 'paid' },
    { value_atom: 2000, invoice_id: 'owed' },
    ...changes.map(([value_atom, left]) => ({ value_atom, left, invoice_id: null })),
  ];
  const { value_atom, amount_atom } = creditFrom(bills, 'owed');
  return [value_atom, amount_atom];
}

test.each([
  ['none that the plan has not given way since', [], [0, 0]],
  ['none that it stayed as it was', [[0, 0.9]], [0, 0]],
  ['half of it, half way through', [[-1000, 0.5]], [1000, 500]],
  ['not more than it was for', [[-4000, 0.5]], [2000, 1000]],
  [
    'each when it was given',
    [
      [-1500, 0.8],
      [-1500, 0.4],
    ],
    [2000, 1400],
  ],
  [
    'after what was billed later',
    [
      [1000, 0.8],
      [-1500, 0.4],
    ],
    [500, 200],
  ],
] as const)('of a credit a bill gave %s', (_what, changes, expected) => {
  expect(gave(...changes)).toEqual(expected);
});

test('a bill of another period has given nothing of this one', () => {
  expect(creditFrom([{ value_atom: -9, invoice_id: null, left: 1 }], 'other')).toEqual({
    value_atom: 0,
    amount_atom: 0,
  });
});
