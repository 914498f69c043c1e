import type { CheckoutSession } from '../../schemas/checkoutSession.ts';

/** What a tier was for: `Tier 3 · Basic print kit`. */
export const tierName = (session: CheckoutSession, tier: number): string => {
  const order = tier === 0 ? session.cascade_status?.first_tier : session.cascade_tiers?.[tier - 1];
  const items = order?.line_items.map(({ description }) => description).join(', ');
  return [`Tier ${String(tier + 1)}`, items].filter((part) => part !== undefined).join(' · ');
};
