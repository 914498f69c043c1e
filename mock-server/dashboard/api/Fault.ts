/** A way in which requests go wrong on purpose, a number of times. */
export interface Fault {
  readonly id: string;
  readonly match: string;
  readonly status: number | null;
  readonly latency_ms: number | null;
  readonly drop: 'before' | 'after_commit' | null;
  readonly times: number;
  readonly left: number;
}

/** `503, after 3,000 ms`. */
export const effectOfFault = ({ status, latency_ms: late, drop }: Fault): string => {
  const parts = [
    drop === 'before' && 'Dropped before it is handled',
    drop === 'after_commit' && 'Dropped after it was saved',
    status !== null && String(status),
    late !== null && late > 0 && `after ${late.toLocaleString('en')} ms`,
  ];
  return parts.filter((part) => part !== false).join(', ');
};
