import type { PeriodBill } from '../../store/records/SubscriptionRecord.ts';

interface Billed {
  readonly id: string | null;
  readonly isByCredit: boolean;
  readonly own: number;
  /** What of it has not given way to a cheaper plan. */
  rest: number;
}

/** Lets so much give way, what was billed last first, and says how much of that a bill had. */
function giveWay(billed: readonly Billed[], value: number, invoiceId?: string): number {
  let [left, given] = [value, 0];
  for (const bill of [...billed].reverse()) {
    const part = Math.max(0, Math.min(left, bill.rest));
    bill.rest -= part;
    left -= part;
    if (bill.id === invoiceId) given += part;
  }
  return given;
}

/** A bill that nobody is to pay any longer gives way to nothing more; what its credit had paid for by then was never billed. */
function takeBack(billed: Billed[], invoiceId: string, value: number): void {
  const place = billed.findIndex(({ id }) => id === invoiceId);
  const [bill] = place === -1 ? [] : billed.splice(place, 1);
  const byCredit = billed.filter(({ isByCredit }) => isByCredit);
  if (bill) giveWay(byCredit, bill.own - bill.rest - value);
}

/**
 * What a bill has given to the payer's credit: of its value for the whole period what gave way to cheaper plans, and what
 * that came to when they began.
 */
export function creditFrom(
  bills: readonly PeriodBill[],
  invoiceId: string,
): { readonly value_atom: number; readonly amount_atom: number } {
  const billed: Billed[] = [];
  let [value, amount] = [0, 0];
  for (const { value_atom: change, invoice_id: id, left = 1, taken, is_carried } of bills) {
    const isByCredit = id === null && is_carried !== true;
    if (taken) takeBack(billed, taken.invoice_id, change);
    else if (change > 0) billed.push({ id, isByCredit, own: change, rest: change });
    else {
      const given = giveWay(billed, -change, invoiceId);
      value += given;
      amount += given * left;
    }
  }
  return { value_atom: value, amount_atom: Math.round(amount) };
}
