import type { FakeHostedPage } from './fakes/createFakeFrame.ts';
import { endedEarly } from './endedEarly.ts';
import { linger } from './linger.ts';
import { passLatency } from './passLatency.ts';
import { findPlace } from './places.ts';
import { tellChange } from './tellAmounts.ts';
import type { KeptCheckout, Place, TestWorld } from './TestWorld.ts';
import { until } from './until.ts';

/** The hosted page loads in its frame or window, if it has not yet. */
export async function loadPage(
  world: TestWorld,
  { checkout }: KeptCheckout,
): Promise<FakeHostedPage> {
  const place = await until(
    world,
    () => findPlace(world) ?? (checkout.phase !== 'loading' && 'over'),
    'Failed to load the checkout: it has made no frame and sent no window there. Does the function for "secureToken" or "url" answer?',
  );
  if (place === 'over') throw endedEarly(world, checkout);
  return world.hosted.get(place) ?? loadPageIn(world, place);
}

/** The hosted page loads, goes on with a payment that waits for its bank, and says that it has painted. */
export async function loadPageIn(world: TestWorld, place: Place): Promise<FakeHostedPage> {
  await passLatency(world);
  const { hosted: loaded, session, step, totals } = world;
  const isReload = loaded.has(place);
  const hosted = place.load();
  loaded.set(place, hosted);
  totals.set(hosted, session.amount_total_atom);
  hosted.answer = (handler) => {
    if (handler === 'refresh') tellChange(world, hosted);
  };
  // Of a payment without a challenge only the window knows that has begun it.
  if (session.state === 'processing' && step && (isReload || step === 'three_d_secure')) {
    hosted.send({ t: 'h:processing', step });
  }
  // It asks the session API, too, and has nothing to show without it. A token that nobody knows the page is told by its own read.
  hosted.send(
    world.readStatus < 300
      ? { t: 'h:ready', title: `Pay ${session.merchant.name}` }
      : { t: 'h:error', code: 'api_error', recoverable: true },
  );
  // It hears nothing before it has checked the token that it was given, by a digest.
  await linger(world, () => hosted.heard.length > 0, 100);
  return hosted;
}
