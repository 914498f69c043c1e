import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';

/** The order of a tier: 0 is what the merchant asked for first, the fallbacks of its cascade follow. */
export function tierOrder(session: SessionRecord, tier: number): PricedOrder {
  if (tier === session.current_tier) return session;
  const order = tier === 0 ? session.first_order : session.cascade_tiers?.[tier - 1];
  if (!order) throw new Error('A session without this tier.');
  return order;
}

/** What changes of a session when it comes to be about another tier. */
export function atTier(
  session: SessionRecord,
  tier: number,
): PricedOrder & Pick<SessionRecord, 'current_tier'> {
  const order = tierOrder(session, tier);
  return {
    line_items: order.line_items,
    currency: order.currency,
    amount_subtotal_atom: order.amount_subtotal_atom,
    amount_discount_atom: order.amount_discount_atom,
    amount_total_atom: order.amount_total_atom,
    current_tier: tier,
  };
}
