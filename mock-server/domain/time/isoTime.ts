/** A decision has one time and writes it again and again, in the views and events of everything that it changed. */
const written: { readonly time: number; readonly text: string }[] = [];

function write(time: number): string {
  const slot = time & 63;
  const known = written[slot];
  if (known?.time === time) return known.text;
  const text = new Date(time).toISOString();
  written[slot] = { time, text };
  return text;
}

/** How a moment of a record, in milliseconds, is written in an answer. */
export function isoTime(time: number): string;
export function isoTime(time: number | null): string | null;
export function isoTime(time: number | null): string | null {
  return time === null ? null : write(time);
}
