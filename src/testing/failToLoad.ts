import { demand } from './demand.ts';
import { noneLive } from './findLive.ts';
import { liveCheckout } from './liveCheckout.ts';
import { findPlace } from './places.ts';
import { settleStart } from './settleStart.ts';
import type { TestWorld } from './TestWorld.ts';
import { until } from './until.ts';

/** Why a hosted page does not load. */
export type LoadFailure = 'load_timeout' | 'frame_blocked';

const reasons: readonly string[] = ['load_timeout', 'frame_blocked'] satisfies LoadFailure[];

/** The browser says that the page's own policy forbids the frame. */
async function forbidFrame(world: TestWorld): Promise<void> {
  const place = await until(
    world,
    () => findPlace(world),
    'Failed to block the frame: there is none yet. Does the function for "secureToken" or "url" answer?',
  );
  demand(
    'element' in place,
    'Failed to block the frame: the checkout has a window, which no policy of the page forbids. Call blockPopups() before it opens.',
  );
  world.page.documentEvents.dispatch('securitypolicyviolation', {
    disposition: 'enforce',
    effectiveDirective: 'frame-src',
    blockedURI: place.element.getAttribute('src'),
  });
}

/** The hosted page does not load where it should be loading. */
export async function failToLoad(
  world: TestWorld,
  why: LoadFailure = 'load_timeout',
): Promise<void> {
  demand(
    reasons.includes(why),
    `Failed to let the checkout fail: there is no reason "${why}". Pass "load_timeout", "frame_blocked", or nothing.`,
  );
  const { checkout, timeoutMs } = await until(world, () => liveCheckout(world), noneLive(world));
  await settleStart(world);
  const { mode, phase } = checkout;
  demand(
    phase === 'loading' && mode !== 'redirect',
    `Failed to let the checkout fail: it is ${mode === 'redirect' ? 'another page by now' : phase}. Call failToLoad() in place of the step that loads it.`,
  );
  if (why === 'frame_blocked') await forbidFrame(world);
  else await world.page.clock.advance(timeoutMs);
  await until(world, () => checkout.phase !== 'loading', 'Failed to let the checkout fail.');
}
