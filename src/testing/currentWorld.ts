import { builtinModule } from './fakes/builtinModule.ts';
import { createTestWorld } from './createTestWorld.ts';
import type { TestCheckoutOptions } from './TestCheckout.ts';
import type { TestWorld } from './TestWorld.ts';

/** Kept at import: what a test runner fakes later would stop the kit with it. */
const { setTimeout } = globalThis;

let current: TestWorld | undefined;

/**
 * By Node's own timers, where there are some: a runner may have faked the others before the kit came. Called as the function
 * that it is: a browser's refuses to be the method of anything but its window.
 */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const own = builtinModule('node:timers') as Pick<typeof globalThis, 'setTimeout'> | undefined;
    const later = own?.setTimeout ?? setTimeout;
    later(resolve);
  });

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
    begun = nextTask();
  }
  current = createTestWorld(globalThis, nextTask, options);
  return current;
}

/** The world of this test; one is made where the test has asked for none. */
export const currentWorld = (): TestWorld => (current ??= startWorld({}));
