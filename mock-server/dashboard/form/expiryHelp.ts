import { formatMinute } from '../format/formatTime.ts';

const hour = 3_600_000;

/** When a session would expire that is made `now` for so many hours, as far as that can be told. */
export const expiryHelp = (hours: string, now: number | undefined): string => {
  const count = Number(hours.trim());
  if (now === undefined || !Number.isInteger(count) || count < 1 || count > 720) {
    return '1 to 720, on the server’s clock.';
  }
  return `1 to 720. On the server’s clock: ${formatMinute(now + count * hour)}.`;
};
