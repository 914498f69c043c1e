import { expect, test } from 'vitest';
import { addInterval } from './addInterval.ts';

test.each([
  ['2026-11-22T17:00:00.000Z', 'day', 3, '2026-11-25T17:00:00.000Z'],
  ['2026-11-22T17:00:00.000Z', 'week', 2, '2026-12-06T17:00:00.000Z'],
  ['2026-11-22T17:00:00.123Z', 'month', 1, '2026-12-22T17:00:00.123Z'],
  ['2026-01-31T23:59:59.999Z', 'month', 1, '2026-02-28T23:59:59.999Z'],
  ['2028-01-31T00:00:00.000Z', 'month', 1, '2028-02-29T00:00:00.000Z'],
  ['2026-01-31T00:00:00.000Z', 'month', 2, '2026-03-31T00:00:00.000Z'],
  ['2026-12-31T00:00:00.000Z', 'month', 2, '2027-02-28T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 'year', 1, '2029-02-28T12:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 'year', 4, '2032-02-29T12:00:00.000Z'],
] as const)('%s, %s %i later', (from, interval, count, to) => {
  expect(new Date(addInterval(Date.parse(from), interval, count)).toISOString()).toBe(to);
});
