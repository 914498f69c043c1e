import { expect, test } from 'vitest';
import { postponeMonths } from './postponeMonths.ts';

const at = (date: string): number => Date.parse(`${date}T12:00:00Z`);

test.each([
  ['what has not begun begins when they count again', '2040-03-01', '2040-02-01', '2040-05-31'],
  ['two months stay two months', '2040-01-01', '2040-03-01', '2040-08-31', '2040-06-30'],
  ['so they do over a year', '2039-11-30', '2040-01-30', '2040-03-31', '2040-01-31'],
  ['days stay days', '2040-01-01', '2040-01-15', '2040-02-10', '2040-01-27'],
  ['days before a month is over are none', '2040-01-31', '2040-02-28', '2040-03-28', '2040-02-29'],
])('%s', (_what, since, from, to, expected = to) => {
  expect(postponeMonths(at(since), at(from), at(to))).toBe(at(expected));
});
