// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Interval } from '../api/Session.ts';
import { flowFixture } from '../fixtures/flowFixture.ts';
import { billedInterval, everyInterval, perInterval } from './interval.ts';

const quarter = 'quarter' as Interval;

test.each([
  ['month', 1, 'per month', 'every month', 'Billed monthly until you cancel'],
  ['month', 3, 'every 3 months', 'every 3 months', 'every 3 months'],
  // Younger than this page: the API's word stands for it, and nothing says "undefined".
  [quarter, 1, 'quarter', 'quarter', 'quarter'],
  [quarter, 2, '2 quarter', '2 quarter', '2 quarter'],
] as const)('%s, %i: %s, %s, %s', (interval, count, per, every, billed) => {
  const state = flowFixture({}).state();
  const rhythm = { interval, count };
  expect(perInterval(state, rhythm)).toBe(per);
  expect(everyInterval(state, rhythm)).toBe(every);
  expect(billedInterval(state, rhythm)).toBe(billed);
});
