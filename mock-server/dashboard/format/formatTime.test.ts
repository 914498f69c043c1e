import { afterEach, expect, test, vi } from 'vitest';
import { formatTime } from './formatTime.ts';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['2026-11-22T14:02:59.000Z', '22 Nov, 14:02'],
  ['2027-11-22T14:02:00.000Z', '22 Nov 2027, 14:02'],
  ['2025-12-31T23:59:00.000Z', '31 Dec 2025, 23:59'],
])('of %s a list shows %s in November 2026', (time, text) => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T00:00:00Z') });
  expect(formatTime(time).replaceAll('\u00A0', ' ')).toBe(text);
});

test('a date is on one line, and so is a time of the day', () => {
  expect(formatTime('2031-11-22T14:02:00.000Z').split(' ')).toHaveLength(2);
});
