import { eventLoop } from './eventLoop.ts';
import type { TestWorld } from './TestWorld.ts';

/** Waits for what takes real time, such as a digest or the merchant's own requests; so long about, and not for ever. */
export async function linger<Value>(
  { page: { clock } }: TestWorld,
  look: () => Value | undefined | false,
  milliseconds: number,
): Promise<Value | undefined> {
  for (let round = 0; round < 2 * milliseconds; round++) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    // What is due now runs, and time stands still.
    await (round % 2 === 0 ? clock.advance(0) : eventLoop.pause());
  }
  return undefined;
}
