import { passLatency } from './passLatency.ts';
import { say } from './say.ts';
import { settleStart } from './settleStart.ts';
import type { TestWorld } from './TestWorld.ts';

/** The shopper pays in another tab, and comes back to this one. */
export async function payElsewhere(world: TestWorld): Promise<void> {
  const { page } = world;
  await settleStart(world);
  const show = (visibility: DocumentVisibilityState): void => {
    page.visibility = visibility;
    page.documentEvents.dispatch('visibilitychange', {});
  };
  show('hidden');
  say(world, { state: 'completed' });
  show('visible');
  await passLatency(world);
  // The merchant's server hears of it, too.
  await passLatency(world);
}
