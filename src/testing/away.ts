import { say } from './makeReady.ts';
import { liveCheckout, type TestWorld } from './TestWorld.ts';

/** Whether the page has left for the hosted page, and shows no checkout itself. */
export const isAway = (world: TestWorld): boolean =>
  !liveCheckout(world) && /^https?:\/\/[^/]+\/checkout\//.test(world.page.visits.at(-1) ?? '');

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
  // What waits for its page to be seen again, such as a button that says "Redirecting…", waits no longer.
  page.window.dispatch('pagehide', { persisted: true });
  page.window.dispatch('pageshow', { persisted: true });
  await page.clock.settle();
}
