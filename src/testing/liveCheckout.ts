import type { KeptCheckout, TestWorld } from './TestWorld.ts';

/** The checkout that is there: the one made last that was not destroyed. */
export const liveCheckout = ({ kept }: TestWorld): KeptCheckout | undefined =>
  kept.filter(({ checkout }) => checkout.phase !== 'destroyed').at(-1);
