import { expect, test } from 'vitest';
import { expiryHelp } from './expiryHelp.ts';

const now = Date.parse('2026-11-22T14:05:27.000Z');

test.each([
  ['24', '1 to 720. On the server’s clock: 23 Nov 2026, 14:05 UTC.'],
  [' 1 ', '1 to 720. On the server’s clock: 22 Nov 2026, 15:05 UTC.'],
  ['720', '1 to 720. On the server’s clock: 22 Dec 2026, 14:05 UTC.'],
])('a session that lives %s hours is told when that is', (hours, help) => {
  expect(expiryHelp(hours, now)).toBe(help);
});

test.each(['', '0', '721', '1.5', 'soon', '1e2x'])('of "%s" hours nobody knows when', (hours) => {
  expect(expiryHelp(hours, now)).toBe('1 to 720, on the server’s clock.');
});

test('nor while the server has not said what time it is', () => {
  expect(expiryHelp('24', undefined)).toBe('1 to 720, on the server’s clock.');
});
