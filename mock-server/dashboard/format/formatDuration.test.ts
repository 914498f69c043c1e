import { expect, test } from 'vitest';
import { formatDuration } from './formatDuration.ts';

test.each([
  [0, '0 s'],
  [499, '0 s'],
  [18_000, '18 s'],
  [3_599_600, '1 h'],
  [84_960_000, '23 h 36 min'],
  [30 * 86_400_000, '30 d'],
  [86_400_000 + 1000, '1 d'],
])('%i ms are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
