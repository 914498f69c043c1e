import { expect, test } from 'vitest';
import { median, ratioOfMedians } from './ratioOfMedians.ts';

test.each([
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('runs that do not vary give an interval of no width', () => {
  expect(ratioOfMedians([110, 110, 110], [100, 100, 100])).toEqual({
    ratio: 1.1,
    interval: [1.1, 1.1],
  });
});

test('the interval holds the ratio and widens with the noise', () => {
  const base = Array.from({ length: 60 }, (_, index) => 100 + (index % 7));
  const noisy = Array.from({ length: 60 }, (_, index) => 105 + (index % 31));
  const { ratio, interval } = ratioOfMedians(noisy, base);
  expect(interval[0]).toBeLessThanOrEqual(ratio);
  expect(interval[1]).toBeGreaterThanOrEqual(ratio);
  expect(interval[1]).toBeGreaterThan(interval[0]);
});
