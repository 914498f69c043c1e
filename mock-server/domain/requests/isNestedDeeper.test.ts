import { expect, test } from 'vitest';
import { isNestedDeeper } from './isNestedDeeper.ts';

const nested = (levels: number): unknown =>
  JSON.parse(`${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`);

test.each([
  [1, 0, false],
  [null, 0, false],
  [[], 1, false],
  [nested(4), 4, false],
  [nested(4), 3, true],
  [{ a: 1, b: [[[2]]], c: {} }, 4, false],
  [{ a: 1, b: [[[2]]], c: {} }, 3, true],
])('%j against %i levels', (value, levels, isDeeper) => {
  expect(isNestedDeeper(value, levels)).toBe(isDeeper);
});

test('what no function that calls itself could follow is told, too', () => {
  expect(isNestedDeeper(nested(80_000), 100)).toBe(true);
  expect(isNestedDeeper(Array(100_000).fill(0), 1)).toBe(false);
});
