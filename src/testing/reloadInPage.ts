import { loadPageIn } from './loadPage.ts';
import { makeReady } from './makeReady.ts';
import { findPlace } from './places.ts';
import type { TestWorld } from './TestWorld.ts';

/** The shopper loads the hosted page again, which has said what it was about. */
export async function reloadInPage(world: TestWorld): Promise<void> {
  const left = await makeReady(world);
  const place = findPlace(world);
  left.leave();
  // The two shake hands once a second at most.
  await world.page.clock.advance(1000);
  if (place) await loadPageIn(world, place);
  await world.page.clock.settle();
}
