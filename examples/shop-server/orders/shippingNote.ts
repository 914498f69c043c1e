import { formatMoney } from '../client/formatMoney.ts';
import type { Order } from './Order.ts';

/** What the shop is told to hand over: what was paid for, which may be a fallback of what was ordered. */
export function shippingNote({ reference, product, payment }: Order): string {
  const { name } = payment?.item ?? product;
  const paid = formatMoney(payment?.amountAtom ?? 0, product.currency);
  return `Order ${reference}: ${name}, ${paid} paid and verified. Ship it.`;
}
