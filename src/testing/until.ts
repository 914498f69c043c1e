import { linger } from './linger.ts';
import type { TestWorld } from './TestWorld.ts';

const notAwaited =
  'Another step was under way: the test did not wait for it. Write "await" before each step.';

/** Waits for what must come, and says what is wrong when it does not. */
export async function until<Value>(
  world: TestWorld,
  look: () => Value | undefined | false,
  failure: string,
): Promise<Value> {
  const before = world.steps;
  const found = await linger(world, look, 1000);
  if (found !== undefined) return found;
  const isAlone = Math.max(before, world.steps) === 1;
  throw new Error(isAlone ? failure : `${failure} ${notAwaited}`);
}
