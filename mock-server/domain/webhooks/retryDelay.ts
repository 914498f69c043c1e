const seconds = [5, 30, 5 * 60, 30 * 60];

/** A number from 0 to 1, always the same for a text (FNV-1a, with its bits mixed once more). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffffffff;
}

/**
 * Milliseconds until a delivery that failed is tried again, after its first, second … attempt; none after the fifth. Up
 * to a fifth more or less, so that not all come at once; the same for the same seed, so that a test sees the same.
 */
export function retryDelay(attempt: number, seed: string): number | undefined {
  const delay = seconds[attempt - 1];
  if (delay === undefined) return undefined;
  const jitter = 0.8 + 0.4 * fractionOf(`${seed} ${String(attempt)}`);
  return Math.round(delay * 1000 * jitter);
}
