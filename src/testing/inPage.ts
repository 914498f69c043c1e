import type { Checkout } from '../checkout/run/Checkout.ts';
import type { DeclineReason, ProcessingStep } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeHostedPage } from './fakes/createFakeFrame.ts';
import { demand } from './demand.ts';
import { endedEarly } from './endedEarly.ts';
import { findLive } from './findLive.ts';
import { makeReady } from './makeReady.ts';
import { passLatency } from './passLatency.ts';
import { say } from './say.ts';
import { tellAmounts, tellChange } from './tellAmounts.ts';
import type { TestDecline } from './TestCheckout.ts';
import type { TestWorld } from './TestWorld.ts';
import { until } from './until.ts';

const paidElsewhere =
  'Failed to ask for the bank: another window is paying this session, as "session" says. End that by "complete()" or "decline()" first.';

/** Another window is paying: this page waits for what comes of it. */
const isElsewhere = ({ session }: TestWorld, { phase }: Checkout): boolean =>
  session.state === 'processing' && phase === 'ready';

async function press(world: TestWorld, hosted: FakeHostedPage, checkout: Checkout): Promise<void> {
  hosted.send({ t: 'h:submit' });
  hosted.send({ t: 'h:processing', step: 'payment' });
  await until(world, () => checkout.phase === 'processing', 'Failed to submit the payment.');
  await passLatency(world);
}

/** Nothing was tried: Pay itself finds out what has changed. */
const isRefusal = (reason: DeclineReason | undefined): boolean =>
  reason === 'not_attempted' || reason === 'confirmation_required';

async function turnDown(
  world: TestWorld,
  hosted: FakeHostedPage,
  checkout: Checkout,
  { reason = 'declined', declineCode }: TestDecline,
): Promise<void> {
  const code = declineCode ?? (reason === 'declined' ? 'generic_decline' : undefined);
  hosted.send({ t: 'h:declined', reason, ...(code !== undefined && { decline_code: code }) });
  // Another price is why nothing was tried: the page shows it.
  if (reason === 'confirmation_required') tellAmounts(world, hosted);
  else tellChange(world, hosted);
  await until(world, () => checkout.phase === 'ready', 'Failed to decline the payment.');
}

/** Whether Pay names a total that is none any more; that of a cheaper order may be charged in its place. */
const isStale = ({ session, totals }: TestWorld, hosted: FakeHostedPage): boolean =>
  totals.get(hosted) !== session.amount_total_atom && !session.price_changed;

/** Whether the page can learn what became of its session. */
const canRead = ({ page, readStatus }: TestWorld): boolean =>
  page.navigator.onLine && readStatus < 300;

/** The shopper has pressed Pay; in a challenge that was already so. */
async function submit(world: TestWorld, reason?: DeclineReason): Promise<FakeHostedPage> {
  const hosted = await makeReady(world);
  const checkout = findLive(world).checkout;
  if (checkout.phase === 'processing' || isElsewhere(world, checkout)) return hosted;
  if (checkout.phase !== 'ready') throw endedEarly(world, checkout);
  if (isStale(world, hosted) && !isRefusal(reason)) {
    // The server takes no other total than the one on the button: the shopper sees it, and presses again.
    await press(world, hosted, checkout);
    await turnDown(world, hosted, checkout, { reason: 'not_attempted' });
  }
  say(world, { state: 'processing' });
  await press(world, hosted, checkout);
  return hosted;
}

export async function payInPage(world: TestWorld): Promise<void> {
  const hosted = await submit(world);
  const { checkout } = findLive(world);
  say(world, { state: 'completed' });
  hosted.send({ t: 'h:completed' });
  await passLatency(world);
  if (!canRead(world)) return;
  await until(world, () => checkout.phase !== 'processing', 'Failed to confirm the payment.');
  // The merchant's server hears it first.
  await passLatency(world);
}

export async function declineInPage(world: TestWorld, how: TestDecline): Promise<void> {
  const hosted = await submit(world, how.reason);
  const { checkout } = findLive(world);
  const isOther = isElsewhere(world, checkout);
  say(world, { state: 'open' });
  // A page that only watches has tried nothing itself.
  if (!isOther) await turnDown(world, hosted, checkout, how);
}

/** The payment is under way, and waits for its bank. */
export async function waitInPage(world: TestWorld, step: ProcessingStep): Promise<void> {
  const hosted = await submit(world);
  demand(!isElsewhere(world, findLive(world).checkout), paidElsewhere);
  world.step = step;
  hosted.send({ t: 'h:processing', step });
  await world.page.clock.settle();
}

export async function applyCodeInPage(
  world: TestWorld,
  changes: Partial<CheckoutSession>,
): Promise<void> {
  const hosted = await makeReady(world);
  say(world, changes);
  tellAmounts(world, hosted);
  await world.page.clock.settle();
}

export async function cancelInPage(world: TestWorld): Promise<void> {
  const hosted = await makeReady(world);
  const { checkout } = findLive(world);
  demand(
    checkout.phase !== 'processing',
    'Failed to cancel: a payment is under way, and its page has no Cancel. End it by "complete()" or "decline()" first.',
  );
  hosted.send({ t: 'h:canceled' });
  await until(world, () => checkout.phase === 'canceled', 'Failed to cancel the checkout.');
}

export async function expireInPage(world: TestWorld): Promise<void> {
  const hosted = await makeReady(world);
  const { checkout } = findLive(world);
  // A payment under way keeps its session: that expires when the shopper gives the payment up.
  if (checkout.phase === 'processing') {
    await declineInPage(world, { reason: 'authentication_abandoned' });
  }
  say(world, { state: 'expired' });
  hosted.send({ t: 'h:expired' });
  await passLatency(world);
  if (!canRead(world)) return;
  await until(world, () => checkout.phase === 'expired', 'Failed to expire the checkout.');
}
