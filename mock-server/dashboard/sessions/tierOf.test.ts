import { expect, test } from 'vitest';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { tierOf } from './tierOf.ts';

const order = (description: string, amount: number, route: string | null = null) => ({
  ...{ line_items: [{ description }], currency: 'usd', amount_total_atom: amount },
  processor_route_id: route,
});

const cascade = {
  ...order('Basic', 900),
  cascade_status: { current_tier: 2, tiers_total: 3, first_tier: order('Premium', 4900) },
  cascade_tiers: [order('Standard', 1900), order('Basic', 900, 'proute_1')],
} as unknown as CheckoutSession;

test('a tier is told by what it is for and what it asked for, also the first when another was charged', () => {
  expect([0, 1, 2].map((tier) => tierOf(cascade, tier))).toEqual([
    { name: 'Tier 1 · Premium', amount: '$49.00' },
    { name: 'Tier 2 · Standard', amount: '$19.00' },
    { name: 'Tier 3 · Basic', amount: '$9.00', routeId: 'proute_1' },
  ]);
});

test('a tier of a session that is not known has its number', () => {
  expect(tierOf(undefined, 1)).toEqual({ name: 'Tier 2' });
});
