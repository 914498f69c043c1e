import { expect, test } from 'vitest';
import { retryDelay } from './retryDelay.ts';

const seeds = Array.from({ length: 500 }, (_, index) => `acc_${String(index)}`);

test.each([
  [1, 5_000],
  [2, 30_000],
  [3, 300_000],
  [4, 1_800_000],
])('after attempt %i it waits %i ms, a fifth more or less', (attempt, delay) => {
  const delays = seeds.map((seed) => retryDelay(attempt, seed) ?? 0);
  const [least, most] = [Math.min(...delays), Math.max(...delays)];
  expect(least).toBeGreaterThanOrEqual(delay * 0.8);
  expect(most).toBeLessThanOrEqual(delay * 1.2);
  // Spread over the whole range, and not in one place.
  expect(most - least).toBeGreaterThan(delay * 0.35);
  expect(new Set(delays).size).toBeGreaterThan(400);
});

test('the fifth attempt is the last', () => {
  expect([retryDelay(5, 'a'), retryDelay(6, 'a')]).toEqual([undefined, undefined]);
});

test('the same seed waits the same time', () => {
  expect(retryDelay(1, 'acc_1')).toBe(retryDelay(1, 'acc_1'));
  expect(retryDelay(1, 'acc_1')).not.toBe(retryDelay(1, 'acc_2'));
});
