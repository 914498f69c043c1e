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

/** `3 s`, and to the millisecond where it is not whole seconds. */
const delay = (late: number): string =>
  late % 1000 === 0 ? `${String(late / 1000)} s` : `${late.toLocaleString('en')} ms`;

/** `503, after 3 s`. */
export const effectOfFault = ({ status, latency_ms: late, drop }: Fault): string => {
  const parts = [
    drop === 'before' && 'Dropped before it is handled',
    drop === 'after_commit' && 'Dropped after it was saved',
    status !== null && String(status),
    late !== null && late > 0 && `after ${delay(late)}`,
  ];
  return parts.filter((part) => part !== false).join(', ');
};
