import { expect, test } from 'vitest';
import { sessionFixture } from '../fixtures/sessionFixture.ts';
import { nextCharge } from './nextCharge.ts';

test.each([
  ['2026-11-22T12:00:00.000Z', 'day', 3, '2026-11-25T12:00:00.000Z'],
  ['2026-11-22T12:00:00.000Z', 'week', 2, '2026-12-06T12:00:00.000Z'],
  ['2026-11-22T12:00:00.000Z', 'month', 1, '2026-12-22T12:00:00.000Z'],
  ['2026-11-22T12:00:00.000Z', 'month', 3, '2027-02-22T12:00:00.000Z'],
  ['2027-01-31T12:00:00.000Z', 'month', 1, '2027-02-28T12:00:00.000Z'],
  ['2026-12-31T23:59:59.000Z', 'month', 2, '2027-02-28T23:59:59.000Z'],
  ['2028-02-29T00:00:00.000Z', 'year', 1, '2029-02-28T00:00:00.000Z'],
] as const)(
  'what is paid at %s, every %s × %i, is charged again at %s',
  (now, interval, count, at) => {
    const next = nextCharge(sessionFixture({ server_time: now }), { interval, count });
    expect(new Date(next).toISOString()).toBe(at);
  },
);

test('what has a trial is charged when the trial ends', () => {
  const discount = {
    promotion_code: null,
    percent_off: null,
    amount_off_atom: null,
    trial_days_off: 14,
  };
  const next = nextCharge(sessionFixture({ discount }), { interval: 'month', count: 1 });
  expect(new Date(next).toISOString()).toBe('2026-12-06T12:00:00.000Z');
});
