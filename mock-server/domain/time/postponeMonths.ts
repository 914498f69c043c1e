import { addInterval } from './addInterval.ts';

/** How many whole months there are between two moments. */
function monthsBetween(from: number, to: number): number {
  const [first, last] = [new Date(from), new Date(to)];
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  const months = years * 12 + last.getUTCMonth() - first.getUTCMonth();
  return addInterval(from, 'month', months) > to ? months - 1 : months;
}

/**
 * Since when months count that stand still from one moment to another: at its end, as many of them are over as were at its
 * beginning. Whole months are counted back by the calendar, so that none is lost to February.
 */
export function postponeMonths(since: number, from: number, to: number): number {
  if (since >= from) return to;
  const months = monthsBetween(since, from);
  return addInterval(to - (from - addInterval(since, 'month', months)), 'month', -months);
}
