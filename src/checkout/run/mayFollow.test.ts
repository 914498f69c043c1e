import { expect, test } from 'vitest';
import { type CheckoutPhase, mayFollow } from './mayFollow.ts';

const allowed: Readonly<Record<CheckoutPhase, readonly CheckoutPhase[]>> = {
  loading: ['ready', 'completed', 'expired', 'canceled', 'failed', 'destroyed'],
  ready: ['processing', 'completed', 'expired', 'canceled', 'failed', 'destroyed'],
  processing: ['ready', 'completed', 'expired', 'failed', 'destroyed'],
  failed: ['loading', 'completed', 'expired', 'canceled', 'destroyed'],
  completed: ['destroyed'],
  canceled: ['destroyed'],
  expired: ['destroyed'],
  destroyed: [],
};
const phases = Object.keys(allowed) as CheckoutPhase[];

test.each(phases.flatMap((from) => phases.map((to) => [from, to] as const)))(
  'from %s to %s',
  (from, to) => {
    expect(mayFollow(from, to)).toBe(allowed[from].includes(to));
  },
);
