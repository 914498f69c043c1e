import type { Checkout } from '../checkout/run/Checkout.ts';
import type { TestWorld } from './TestWorld.ts';

export const destroyedEarly =
  'Failed to drive the checkout: the page has destroyed it, as a component does that goes. Render the page anew, or take the steps before it goes.';

const waiting =
  'Failed to drive the checkout: it waits for the shopper to press "Continue to secure checkout". Take "goOn()" first.';

/** A checkout goes no further; one that has failed says why, and what the shopper can press. */
export function endedEarly({ events }: TestWorld, { phase, mode }: Checkout): Error {
  if (phase === 'destroyed') return new Error(destroyedEarly);
  const last = events.filter(({ type }) => type === 'error' || type === 'fallback').at(-1);
  if (phase === 'failed' && last?.type === 'fallback') return new Error(waiting);
  const cause = phase === 'failed' && last?.type === 'error' ? last.error : undefined;
  const state = cause ? `failed (${cause.code})` : phase;
  // A window has no place in the page for the button.
  const canPress = cause?.recoverable === true && mode !== 'popup';
  const advice = canPress ? 'Take "tryAgain()" first.' : 'Start a new one.';
  return new Error(`Failed to drive the checkout: it is ${state}. ${advice}`, { cause });
}
