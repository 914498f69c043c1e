import { createTestWorld } from './createTestWorld.ts';
import { eventLoop } from './eventLoop.ts';
import type { TestCheckoutOptions } from './TestCheckout.ts';
import type { TestWorld } from './TestWorld.ts';

let current: TestWorld | undefined;

let begun: Promise<void> | undefined;

/** Resolves when what the test before has left can no longer reach this one. */
export const worldBegun = async (): Promise<void> => begun;

/** Begins anew: what the last test has left is put away. */
export function startWorld(options: TestCheckoutOptions): TestWorld {
  current?.kept.forEach(({ checkout }) => checkout.destroy());
  current?.prepared.forEach((prepared) => prepared.destroy());
  // A page that had left for the hosted page is left for good.
  current?.page.window.dispatch('pagehide', { persisted: true });
  current?.page.window.dispatch('pageshow', { persisted: true });
  if (current) {
    current.isOver = true;
    begun = eventLoop.nextTask();
  }
  current = createTestWorld(globalThis, eventLoop.nextTask, options);
  return current;
}

/** The world of this test; one is made where the test has asked for none. */
export const currentWorld = (): TestWorld => (current ??= startWorld({}));
