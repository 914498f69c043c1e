const format = (time: string | number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hourCycle: 'h23', ...options }).format(
    new Date(time),
  );

const isThisYear = (time: string | number): boolean =>
  new Date(time).getUTCFullYear() === new Date().getUTCFullYear();

/**
 * `22 Nov, 14:02`, as lists show it, and `22 Nov 2027, 14:02` of another year than this: a clock is moved past its end, and
 * what renews each year does so on the same day. All times are the server's, in UTC. A line ends after the comma alone.
 */
export const formatTime = (time: string | number): string =>
  format(time, {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(!isThisYear(time) && { year: 'numeric' }),
  }).replaceAll(/(?<!,) /g, '\u00A0');

/** `22 Nov 2026, 14:03:10 UTC`. */
export const formatFullTime = (time: string | number): string =>
  `${format(time, { dateStyle: 'medium', timeStyle: 'medium' })} UTC`;

/** `22 Nov 2026, 14:03 UTC`. */
export const formatMinute = (time: string | number): string =>
  `${format(time, { dateStyle: 'medium', timeStyle: 'short' })} UTC`;

/** `14:03:10`. */
export const formatTimeOfDay = (time: string | number): string =>
  format(time, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `Sunday, 22 November 2026`. */
export const formatDayOfTime = (time: string | number): string =>
  format(time, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
