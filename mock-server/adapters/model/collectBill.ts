import type { Bill, BillingModel, Task } from './BillingModel.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What the poor card has. */
const has = 1000;

/** In order of time, and of coming into being. */
export function plan({ tasks }: BillingModel, task: Task): void {
  const place = tasks.findIndex(({ at }) => at > task.at);
  tasks.splice(place < 0 ? tasks.length : place, 0, task);
}

/** Whether a bill was declined and is still to be paid. */
export const owes = ({ bills }: BillingModel): boolean =>
  bills.some(({ status, attempts }) => status === 'open' && attempts > 0);

/** Charges the card. Who owes nothing any longer is active again. */
export function chargeBill(model: BillingModel, bill: Bill, byGoodCard = false): boolean {
  const succeeds = byGoodCard || !model.isPoor || bill.amount <= has;
  model.charges[succeeds ? 'succeeded' : 'failed'] += 1;
  if (!succeeds) return false;
  bill.status = 'paid';
  bill.next = null;
  const waits = model.state === 'past_due' || model.state === 'incomplete';
  if (waits && !owes(model)) model.state = 'active';
  return true;
}

export function cancel(model: BillingModel, voids: boolean): void {
  model.state = 'cancelled';
  model.endsWithPeriod = false;
  for (const bill of model.bills) {
    if (bill.status !== 'open') continue;
    bill.next = null;
    if (voids) bill.status = 'void';
  }
}

function retryAfter({ rhythm: { unit, count } }: BillingModel): number {
  const days = { day: 1, week: 7, month: 28 }[unit] * count;
  if (days >= 7) return 4 * day;
  return days >= 2 ? 2 * day : 23 * hour;
}

/** Charges the card by itself: five times at most, and then it is over. */
export function collectBill(model: BillingModel, bill: Bill): void {
  if (chargeBill(model, bill)) return;
  bill.attempts += 1;
  if (bill.attempts === 5) {
    cancel(model, false);
    bill.status = 'uncollectible';
    return;
  }
  bill.next = model.now + retryAfter(model);
  plan(model, { at: bill.next, what: 'retry', bill });
}
