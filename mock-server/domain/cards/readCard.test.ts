import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardVerdict } from './cardVerdict.ts';
import { isLuhnValid, readCard } from './readCard.ts';
import { testCards } from './testCards.ts';

const now = Date.UTC(2030, 5, 15);
const card = (number: string, change = {}) => ({
  number,
  exp_month: 12,
  exp_year: 2035,
  cvc: '123',
  ...change,
});

test.each(testCards.map(({ number, brand }) => [number, brand] as const))(
  'the test card %s has a right check digit and is found, with spaces too',
  (number, brand) => {
    expect(isLuhnValid(number)).toBe(true);
    const cvc = brand === 'amex' ? '1234' : '123';
    const spaced = number.replaceAll(/(\d{4})/g, '$1 ');
    expect(readCard(card(spaced, { cvc }), now)).toMatchObject({ number, brand });
  },
);

test('no other number is ever taken, and none is repeated in the answer', () => {
  const known = new Set(testCards.map(({ number }) => number));
  const digits = fc.stringMatching(/^\d{1,19}$/).filter((number) => !known.has(number));
  fc.assert(
    fc.property(digits, (number) => {
      const fault = readCard(card(number), now);
      expect(fault).toMatchObject({ code: 'invalid_number', field: 'number' });
      if (number.length > 4) expect(JSON.stringify(fault)).not.toContain(number);
    }),
  );
});

test.each([
  [6, 2030, true],
  [5, 2030, false],
  [12, 2029, false],
  [1, 2031, true],
])('a card until %i/%i in June 2030', (exp_month, exp_year, good) => {
  const found = readCard(card('4242424242424242', { exp_month, exp_year }), now);
  expect('brand' in found).toBe(good);
});

test('no wrong check digit passes', () => {
  for (const { number } of testCards) {
    const last = Number(number.at(-1));
    for (let digit = 0; digit < 10; digit += 1) {
      expect(isLuhnValid(number.slice(0, -1) + String(digit))).toBe(digit === last);
    }
  }
});

const attempt = { amount: 4900, failures: 0, threeDSecure: 'automatic', place: 0 } as const;

test.each([
  [{ kind: 'succeeds' }, {}, { kind: 'charge' }],
  [{ kind: 'succeeds' }, { threeDSecure: 'required' }, { kind: 'challenge' }],
  [{ kind: 'asks_for_challenge' }, {}, { kind: 'challenge' }],
  [{ kind: 'asks_for_challenge' }, { threeDSecure: 'off' }, { kind: 'charge' }],
  [{ kind: 'declines', code: 'c' }, { amount: 0 }, { kind: 'decline', code: 'c' }],
  [{ kind: 'declines', code: 'c' }, { threeDSecure: 'required' }, { kind: 'decline', code: 'c' }],
  [{ kind: 'declines', code: 'c', above: 1000 }, { amount: 1001 }, { kind: 'decline', code: 'c' }],
  [{ kind: 'declines', code: 'c', above: 1000 }, { amount: 1000 }, { kind: 'charge' }],
  [{ kind: 'fails_once', code: 'c' }, {}, { kind: 'decline', code: 'c' }],
  [{ kind: 'fails_once', code: 'c' }, { failures: 1 }, { kind: 'charge' }],
  [{ kind: 'declines_first', code: 'c' }, {}, { kind: 'decline', code: 'c' }],
  [{ kind: 'declines_first', code: 'c' }, { place: 1 }, { kind: 'charge' }],
  [{ kind: 'takes_a_while', seconds: 60 }, {}, { kind: 'wait', seconds: 60 }],
] as const)('a card that %j, with %j', (outcome, change, verdict) => {
  expect(cardVerdict(outcome, { ...attempt, ...change })).toEqual(verdict);
});
