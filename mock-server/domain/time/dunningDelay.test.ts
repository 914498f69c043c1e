import { expect, test } from 'vitest';
import { dunningDelay, mostRetries } from './dunningDelay.ts';

const hour = 60 * 60 * 1000;

test.each([
  ['day', 1, 23],
  ['day', 2, 48],
  ['day', 6, 48],
  ['day', 7, 96],
  ['week', 1, 96],
  ['month', 1, 96],
  ['year', 1, 96],
] as const)(
  'a cycle of one %s times %i is tried again after %i hours',
  (interval, count, hours) => {
    const rhythm = { billing_interval: interval, billing_interval_count: count };
    expect(dunningDelay(1, rhythm)).toBe(hours * hour);
    expect(dunningDelay(mostRetries, rhythm)).toBe(hours * hour);
    expect(dunningDelay(mostRetries + 1, rhythm)).toBeUndefined();
  },
);
