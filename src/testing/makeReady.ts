import type { FakeHostedPage } from './fakes/createFakeFrame.ts';
import { endedEarly } from './endedEarly.ts';
import { findLive } from './findLive.ts';
import { loadPage } from './loadPage.ts';
import type { TestWorld } from './TestWorld.ts';
import { until } from './until.ts';

/** The shopper can pay, or the session was over before that. */
export async function makeReady(world: TestWorld): Promise<FakeHostedPage> {
  const kept = findLive(world);
  const { checkout } = kept;
  if (!/^(loading|ready|processing)$/.test(checkout.phase)) throw endedEarly(world, checkout);
  const hosted = await loadPage(world, kept);
  await until(
    world,
    () => checkout.phase !== 'loading',
    'Failed to make the checkout ready: its session was not read.',
  );
  return hosted;
}
