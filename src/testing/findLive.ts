import { demand } from './demand.ts';
import { destroyedEarly } from './endedEarly.ts';
import { liveCheckout } from './liveCheckout.ts';
import type { KeptCheckout, TestWorld } from './TestWorld.ts';

const nothingMounted =
  'Failed to drive the checkout: there is none. Render the page that starts it first, and see that it imports "paymentkit-js" through the alias to "paymentkit-js/testing". One of React that asks its server first renders nothing inside act(): wait for it outside of act(). After vi.resetModules() import the kit and the page anew, both.';

/** Why there is no checkout to drive. */
export const noneLive = ({ kept }: TestWorld): string =>
  kept.length > 0 ? destroyedEarly : nothingMounted;

export function findLive(world: TestWorld): KeptCheckout {
  const live = liveCheckout(world);
  demand(live, noneLive(world));
  return live;
}
