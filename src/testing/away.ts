import { linger } from './linger.ts';
import { liveCheckout } from './liveCheckout.ts';
import { say } from './say.ts';
import type { TestWorld } from './TestWorld.ts';

/** Whether the page has left for the hosted page, and shows no checkout itself. */
export const isAway = (world: TestWorld): boolean =>
  !isHere(world) && /^https?:\/\/[^/]+\/checkout\//.test(world.page.visits.at(-1) ?? '');

const isHere = (world: TestWorld): boolean =>
  (liveCheckout(world)?.checkout.mode ?? 'redirect') !== 'redirect';

/** A page that starts a checkout, or leaves for one, may have to ask its server first. */
export const settleMode = async (world: TestWorld): Promise<void> => {
  const isOver = (): boolean => liveCheckout(world)?.checkout.phase === 'failed';
  await linger(world, () => isHere(world) || isAway(world) || isOver(), 1000);
};

/** The shopper comes back: a new page in the same tab, at an address of the session. */
export async function comeBack(
  world: TestWorld,
  state: 'completed' | 'open' | 'expired',
  to: 'success_url' | 'return_url',
): Promise<void> {
  const { page } = world;
  say(world, { state });
  page.visits.push(world.session[to]);
  page.href = world.session[to];
  page.timeOrigin++;
  page.navigation = 'navigate';
  // The page that left is gone, and a checkout that it had gone on with in the tab.
  liveCheckout(world)?.checkout.destroy();
  // What waits for its page to be seen again, such as a button that says "Redirecting…", waits no longer.
  page.window.dispatch('pagehide', { persisted: true });
  page.window.dispatch('pageshow', { persisted: true });
  await page.clock.settle();
}
