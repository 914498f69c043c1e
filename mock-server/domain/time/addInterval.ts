import type { BillingInterval } from '../pricing/Price.ts';
import { endOfTime } from './endOfTime.ts';
import { day } from './day.ts';

function after(from: number, interval: BillingInterval, count: number): number {
  if (interval === 'day') return from + count * day;
  if (interval === 'week') return from + count * 7 * day;
  const months = interval === 'year' ? count * 12 : count;
  const date = new Date(from);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const target = new Date(first);
  const lastDay = new Date(
    Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
  ).getUTCDate();
  const timeOfDay = ((from % day) + day) % day;
  return first + (Math.min(date.getUTCDate(), lastDay) - 1) * day + timeOfDay;
}

/**
 * The moment `count` intervals after another, in UTC. A month that is too short ends on its last day; counting always starts
 * from the first period, so the 31st comes back. Nothing comes after the end of time, not even a pause of 120 cycles of 365
 * years.
 */
export function addInterval(from: number, interval: BillingInterval, count: number): number {
  return Math.min(endOfTime, after(from, interval, count));
}
