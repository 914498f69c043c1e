import type { PeriodBill } from '../../store/records/SubscriptionRecord.ts';

const valueOf = (bills: readonly PeriodBill[]): number =>
  bills.reduce((sum, { value_atom: value }) => sum + value, 0);

/**
 * What a period was billed at, with one more change of plan. A debt goes with the bill that it comes on, and is paid or
 * taken back with it; for what a credit pays no bill is needed any longer.
 */
export function withChange(
  bills: readonly PeriodBill[],
  change: {
    /** By how much more the whole period is billed, and what of it this change costs. */
    readonly value_atom: number;
    readonly difference: number;
    /** What there is to pay with it, with what was carried; below zero it is a credit. */
    readonly balance: number;
    readonly left: number;
    readonly invoice_id: string | undefined;
  },
): readonly PeriodBill[] {
  const { value_atom: own, difference, balance, left, invoice_id } = change;
  const settled = bills.filter(({ is_carried: waits }) => waits !== true);
  const carried = valueOf(bills) - valueOf(settled);
  // A credit has paid for the rest of what this change costs.
  const share = difference > 0 ? Math.min(1, balance / difference) : 1;
  const due = balance > 0 ? carried + Math.round(own * share) : 0;
  const rest = { value_atom: carried + own - due, invoice_id: null, left };
  if (balance <= 0) return [...settled, rest];
  const owed = { value_atom: due, invoice_id: invoice_id ?? null, left };
  return [...settled, rest, invoice_id === undefined ? { ...owed, is_carried: true } : owed];
}
