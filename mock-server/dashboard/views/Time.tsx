import { formatFullTime, formatTime, formatTimeOfDay } from '../format/formatTime.ts';

const formats = { list: formatTime, full: formatFullTime, day: formatTimeOfDay };

/** A time of the server. The whole of it is there for who points at it. */
export const Time = ({ at, as = 'list' }: { at: string; as?: keyof typeof formats }) => (
  <time dateTime={at} title={formatFullTime(at)}>
    {formats[as](at)}
  </time>
);
