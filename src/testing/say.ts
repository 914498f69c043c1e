import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { TestWorld } from './TestWorld.ts';

/** What the API says changes, and what depends on it comes to rest. */
export const say = (world: TestWorld, changes: Partial<CheckoutSession>): void => {
  world.session = { ...world.session, ...changes };
};
