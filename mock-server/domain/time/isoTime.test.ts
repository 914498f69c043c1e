import { expect, test } from 'vitest';
import { isoTime } from './isoTime.ts';

test('every moment is written as a Date writes it, however often and in whatever order', () => {
  const start = Date.UTC(2030, 0, 1);
  const times = [0, -1, start, start + 64, start + 0.5, Date.UTC(9999, 11, 31, 23, 59, 59, 999)];
  for (let add = 0; add < 300; add += 1) times.push(start + add * 61);
  for (const time of [...times, ...[...times].reverse()]) {
    expect(isoTime(time)).toBe(new Date(time).toISOString());
  }
  expect(isoTime(null)).toBeNull();
});
