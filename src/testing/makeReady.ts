import type { Checkout } from '../checkout/run/Checkout.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeHostedPage } from './fakes/createFakeFrame.ts';
import { demand } from './demand.ts';
import {
  findPlace,
  type KeptCheckout,
  linger,
  liveCheckout,
  type Place,
  type TestWorld,
  until,
} from './TestWorld.ts';

const nothingMounted =
  'Failed to drive the checkout: there is none. Render the page that starts it first, and see that it imports "paymentkit-js" through the alias to "paymentkit-js/testing". One of React that asks its server first renders nothing inside act(): wait for it outside of act(). After vi.resetModules() import the kit and the page anew, both.';

/** What the API says changes, and what depends on it comes to rest. */
export const say = (world: TestWorld, changes: Partial<CheckoutSession>): void => {
  world.session = { ...world.session, ...changes };
};

const destroyed =
  'Failed to drive the checkout: the page has destroyed it, as a component does that goes. Render the page anew, or take the steps before it goes.';

const waiting =
  'Failed to drive the checkout: it waits for the shopper to press "Continue to secure checkout". Take "goOn()" first.';

/** Why there is no checkout to drive. */
export const noneLive = ({ kept }: TestWorld): string =>
  kept.length > 0 ? destroyed : nothingMounted;

export function findLive(world: TestWorld): KeptCheckout {
  const live = liveCheckout(world);
  demand(live, noneLive(world));
  return live;
}

/** What is under way takes the time that `slow()` says; without it nothing has to be waited for. */
export async function passLatency({ latency, page: { clock } }: TestWorld): Promise<void> {
  await clock.settle();
  if (latency > 0) await clock.advance(latency);
}

/** The hosted page loads in its frame or window, if it has not yet. */
async function load(world: TestWorld, { checkout }: KeptCheckout): Promise<FakeHostedPage> {
  const place = await until(
    world,
    () => findPlace(world) ?? (checkout.phase !== 'loading' && 'over'),
    'Failed to load the checkout: it has made no frame and sent no window there. Does the function for "secureToken" or "url" answer?',
  );
  if (place === 'over') throw endedEarly(world, checkout);
  return world.hosted.get(place) ?? loadIn(world, place);
}

/** The hosted page loads, goes on with a payment that waits for its bank, and says that it has painted. */
async function loadIn(world: TestWorld, place: Place): Promise<FakeHostedPage> {
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

/** The shopper loads the hosted page again, which has said what it was about. */
export async function reloadInPage(world: TestWorld): Promise<void> {
  const left = await makeReady(world);
  const place = findPlace(world);
  left.leave();
  // The two shake hands once a second at most.
  await world.page.clock.advance(1000);
  if (place) await loadIn(world, place);
  await world.page.clock.settle();
}

/** The page tells what an open order costs, where that is not what it has shown. */
export function tellChange(world: TestWorld, hosted: FakeHostedPage): void {
  const { session, totals } = world;
  if (session.state === 'open' && totals.get(hosted) !== session.amount_total_atom) {
    tellAmounts(world, hosted);
  }
}

export function tellAmounts({ session, totals }: TestWorld, hosted: FakeHostedPage): void {
  const { currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom } = session;
  totals.set(hosted, amount_total_atom);
  if (currency === null) return;
  const amounts = { amount_subtotal_atom, amount_discount_atom, amount_total_atom };
  hosted.send({ t: 'h:change', currency, ...amounts });
}

/** A checkout goes no further; one that has failed says why, and what the shopper can press. */
export function endedEarly({ events }: TestWorld, { phase, mode }: Checkout): Error {
  if (phase === 'destroyed') return new Error(destroyed);
  const last = events.filter(({ type }) => type === 'error' || type === 'fallback').at(-1);
  if (phase === 'failed' && last?.type === 'fallback') return new Error(waiting);
  const cause = phase === 'failed' && last?.type === 'error' ? last.error : undefined;
  const state = cause ? `failed (${cause.code})` : phase;
  // A window has no place in the page for the button.
  const canPress = cause?.recoverable === true && mode !== 'popup';
  const advice = canPress ? 'Take "tryAgain()" first.' : 'Start a new one.';
  return new Error(`Failed to drive the checkout: it is ${state}. ${advice}`, { cause });
}

/** The shopper can pay, or the session was over before that. */
export async function makeReady(world: TestWorld): Promise<FakeHostedPage> {
  const kept = findLive(world);
  const { checkout } = kept;
  if (!/^(loading|ready|processing)$/.test(checkout.phase)) throw endedEarly(world, checkout);
  const hosted = await load(world, kept);
  await until(
    world,
    () => checkout.phase !== 'loading',
    'Failed to make the checkout ready: its session was not read.',
  );
  return hosted;
}
