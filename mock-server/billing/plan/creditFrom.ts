import type { PeriodBill } from '../../store/records/SubscriptionRecord.ts';

/**
 * What a bill has given to the payer's credit: of its value for the whole period what gave way to cheaper plans, and what
 * that came to when they began. What was billed last gives way first.
 */
export function creditFrom(
  bills: readonly PeriodBill[],
  invoiceId: string,
): { readonly value_atom: number; readonly amount_atom: number } {
  const settled = bills.filter(({ taken }) => taken === undefined);
  const place = settled.findIndex(({ invoice_id: id }) => id === invoiceId);
  const own = settled[place]?.value_atom ?? 0;
  let [value, amount, above] = [0, 0, 0];
  for (const { value_atom: change, left = 1 } of settled.slice(place + 1)) {
    const given = Math.min(Math.max(0, -change - above), own - value);
    above = Math.max(0, above + change);
    value += given;
    amount += given * left;
  }
  return { value_atom: value, amount_atom: Math.round(amount) };
}
