import type { Checkout } from '../checkout/run/Checkout.ts';
import type { ProcessingStep } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeHostedPage } from './createFakeFrame.ts';
import type { TestDecline } from './TestCheckout.ts';
import {
  findPlace,
  type KeptCheckout,
  linger,
  liveCheckout,
  type TestWorld,
  until,
} from './TestWorld.ts';

const nothingMounted =
  'Failed to drive the checkout: there is none. Render the page that starts it first, and see that it imports "paymentkit-js" through the alias to "paymentkit-js/testing". After vi.resetModules() import the kit and the page anew, both.';

/** What the API says changes, and what depends on it comes to rest. */
export const say = (world: TestWorld, changes: Partial<CheckoutSession>): void => {
  world.session = { ...world.session, ...changes };
};

const findLive = (world: TestWorld): Promise<KeptCheckout> =>
  until(world, () => liveCheckout(world), nothingMounted);

/** What is under way takes the time that `slow()` says; without it nothing has to be waited for. */
async function passLatency({ latency, page: { clock } }: TestWorld): Promise<void> {
  await clock.settle();
  if (latency > 0) await clock.advance(latency);
}

/** The hosted page loads in its frame or window, and says that it has painted. */
async function load(world: TestWorld, { checkout }: KeptCheckout): Promise<FakeHostedPage> {
  const place = await until(
    world,
    () => findPlace(world) ?? (checkout.phase !== 'loading' && 'over'),
    'Failed to load the checkout: it has made no frame and sent no window there. Does the function for "secureToken" or "url" answer?',
  );
  if (place === 'over') throw endedEarly(checkout);
  const known = world.hosted.get(place);
  if (known) return known;
  await passLatency(world);
  const hosted = place.load();
  world.hosted.set(place, hosted);
  world.totals.set(hosted, world.session.amount_total_atom);
  hosted.answer = (handler) => {
    if (handler === 'refresh') tellChange(world, hosted);
  };
  hosted.send({ t: 'h:ready', title: `Pay ${world.session.merchant.name}` });
  return hosted;
}

/** The page tells what an open order costs, where that is not what it has shown. */
function tellChange({ session, totals }: TestWorld, hosted: FakeHostedPage): void {
  const { state, currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom } =
    session;
  if (state !== 'open' || currency === null || totals.get(hosted) === amount_total_atom) return;
  totals.set(hosted, amount_total_atom);
  const amounts = { amount_subtotal_atom, amount_discount_atom, amount_total_atom };
  hosted.send({ t: 'h:change', currency, ...amounts });
}

const endedEarly = ({ phase }: Checkout): Error =>
  new Error(
    `Failed to drive the checkout: it is ${phase}. ${phase === 'failed' ? 'Take "tryAgain()" first.' : 'Start a new one.'}`,
  );

/** The shopper can pay, or the session was over before that. */
export async function makeReady(world: TestWorld): Promise<FakeHostedPage> {
  const kept = await findLive(world);
  const { checkout } = kept;
  if (!/^(loading|ready|processing)$/.test(checkout.phase)) throw endedEarly(checkout);
  const hosted = await load(world, kept);
  await until(
    world,
    () => checkout.phase !== 'loading',
    'Failed to make the checkout ready: its session was not read.',
  );
  return hosted;
}

/** The shopper has pressed Pay; in a challenge that was already so. */
async function submit(world: TestWorld): Promise<FakeHostedPage> {
  const hosted = await makeReady(world);
  const checkout = (await findLive(world)).checkout;
  if (checkout.phase === 'processing') return hosted;
  if (checkout.phase !== 'ready') throw endedEarly(checkout);
  say(world, { state: 'processing' });
  hosted.send({ t: 'h:submit' });
  hosted.send({ t: 'h:processing', step: 'payment' });
  await until(world, () => checkout.phase === 'processing', 'Failed to submit the payment.');
  await passLatency(world);
  return hosted;
}

export async function payInPage(world: TestWorld): Promise<void> {
  const hosted = await submit(world);
  const { checkout } = await findLive(world);
  const told = world.events.length;
  say(world, { state: 'completed' });
  hosted.send({ t: 'h:completed' });
  await passLatency(world);
  if (!world.page.navigator.onLine) return;
  await until(world, () => checkout.phase !== 'processing', 'Failed to confirm the payment.');
  // The merchant's server hears it first; one that fails, or takes its time, is the test's to wait for.
  const isTold = (): boolean => world.events.slice(told).some(({ type }) => type === 'complete');
  await linger(world, isTold, 50);
  await passLatency(world);
}

export async function declineInPage(
  world: TestWorld,
  { reason = 'declined', declineCode }: TestDecline,
): Promise<void> {
  const hosted = await submit(world);
  const { checkout } = await findLive(world);
  say(world, { state: 'open' });
  const code = declineCode ?? (reason === 'declined' ? 'generic_decline' : undefined);
  hosted.send({ t: 'h:declined', reason, ...(code !== undefined && { decline_code: code }) });
  // Another price is why nothing was tried: the page shows it.
  tellChange(world, hosted);
  await until(world, () => checkout.phase === 'ready', 'Failed to decline the payment.');
}

/** The payment is under way, and waits for its bank. */
export async function waitInPage(world: TestWorld, step: ProcessingStep): Promise<void> {
  const hosted = await submit(world);
  hosted.send({ t: 'h:processing', step });
  await world.page.clock.settle();
}

export async function applyCodeInPage(
  world: TestWorld,
  changes: Partial<CheckoutSession>,
): Promise<void> {
  const hosted = await makeReady(world);
  say(world, changes);
  tellChange(world, hosted);
  await world.page.clock.settle();
}

export async function cancelInPage(world: TestWorld): Promise<void> {
  const hosted = await makeReady(world);
  const { checkout } = await findLive(world);
  hosted.send({ t: 'h:canceled' });
  await until(
    world,
    () => checkout.phase === 'canceled',
    'Failed to cancel: a payment is under way.',
  );
}

export async function expireInPage(world: TestWorld): Promise<void> {
  const hosted = await makeReady(world);
  const { checkout } = await findLive(world);
  // A payment under way keeps its session: that expires when the shopper gives the payment up.
  if (checkout.phase === 'processing') {
    await declineInPage(world, { reason: 'authentication_abandoned' });
  }
  say(world, { state: 'expired' });
  hosted.send({ t: 'h:expired' });
  await passLatency(world);
  if (!world.page.navigator.onLine) return;
  await until(world, () => checkout.phase === 'expired', 'Failed to expire the checkout.');
}
