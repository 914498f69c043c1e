/** A period: so many of these. */
export interface Rhythm {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
}

const day = 86_400_000;

/** So many periods later. By another way than the server's: day by day back from a month that is too short. */
export function later(from: number, { unit, count }: Rhythm, times: number): number {
  if (unit !== 'month') return from + times * count * (unit === 'week' ? 7 : 1) * day;
  const found = new Date(from);
  const wanted = found.getUTCMonth() + times * count;
  found.setUTCMonth(wanted);
  while (found.getUTCMonth() !== wanted % 12) found.setUTCDate(found.getUTCDate() - 1);
  return found.getTime();
}
