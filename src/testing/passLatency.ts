import type { TestWorld } from './TestWorld.ts';

/** What is under way takes the time that `slow()` says; without it nothing has to be waited for. */
export async function passLatency({ latency, page: { clock } }: TestWorld): Promise<void> {
  await clock.settle();
  if (latency > 0) await clock.advance(latency);
}
