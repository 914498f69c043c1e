import { linger } from './linger.ts';
import { liveCheckout } from './liveCheckout.ts';
import { findPlace } from './places.ts';
import type { TestWorld } from './TestWorld.ts';

/** Lets a checkout that is starting come as far as its page: the digest before that takes real time. */
export const settleStart = async (world: TestWorld): Promise<void> => {
  const hasStarted = (): boolean =>
    liveCheckout(world)?.checkout.phase !== 'loading' || findPlace(world) !== undefined;
  await linger(world, hasStarted, 100);
  await world.page.clock.advance(0);
};
