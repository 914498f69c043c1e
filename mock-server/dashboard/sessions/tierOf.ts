import { formatMoney } from '../../page-parts/format.ts';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';

/** A tier of a cascade, as who reads of a payment knows it. */
export interface Tier {
  /** What it was for: `Tier 3 · Basic print kit`. */
  readonly name: string;
  /** What it asked for, where it asked for anything. */
  readonly amount?: string;
  /** Where it has one of its own. */
  readonly routeId?: string;
}

type Order = Pick<CheckoutSession, 'line_items' | 'currency' | 'amount_total_atom'> & {
  readonly processor_route_id?: string | null;
};

const orderOf = (session: CheckoutSession, tier: number): Order | undefined =>
  tier === 0 ? session.cascade_status?.first_tier : session.cascade_tiers?.[tier - 1];

/** Tiers are counted from the order itself, which is the first. */
export const tierOf = (session: CheckoutSession | undefined, tier: number): Tier => {
  const number = `Tier ${String(tier + 1)}`;
  const order = session && orderOf(session, tier);
  if (!order) return { name: number };
  const { currency, processor_route_id: routeId } = order;
  const items = order.line_items.map(({ description }) => description).join(', ');
  return {
    name: [number, items].filter((part) => part !== '').join(' · '),
    ...(currency !== null && { amount: formatMoney(order.amount_total_atom, currency, 'en') }),
    ...(routeId && { routeId }),
  };
};
