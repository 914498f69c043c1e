import type { CheckoutSession } from '../../schemas/checkoutSession.ts';

/** What a tier was for, as far as that is known: `Tier 3 · Basic print kit`. */
export const tierName = (session: CheckoutSession, tier: number): string => {
  const current = session.cascade_status?.current_tier;
  const order =
    tier === current ? session : tier === 0 ? undefined : session.cascade_tiers?.[tier - 1];
  const items = order?.line_items.map(({ description }) => description).join(', ');
  return [`Tier ${String(tier + 1)}`, items].filter((part) => part !== undefined).join(' · ');
};
