import type { Bill, BillingModel, Task } from './BillingModel.ts';
import { cancel, collectBill, owes, plan } from './collectBill.ts';
import { later } from './later.ts';

const months = { unit: 'month', count: 1 } as const;

/** What the next bill is for. A discount that counts once is used up by it. */
function takePrice(model: BillingModel): number {
  const full = model.quantity * model.unitAmount;
  const { coupon } = model;
  if (!coupon) return full;
  const { duration, since } = coupon;
  if (typeof duration === 'number' && model.now >= later(since, months, duration)) return full;
  if (duration === 'once') model.coupon = undefined;
  return full - Math.round(full / 2);
}

function beginPeriod(model: BillingModel): void {
  const fresh = { at: model.now, status: 'open', attempts: 0, next: null } as const;
  const bill: Bill = { ...fresh, amount: takePrice(model) };
  model.bills.push(bill);
  collectBill(model, bill);
  model.periods += 1;
  model.periodStart = model.now;
  model.periodEnd = later(model.anchor, model.rhythm, model.periods);
  plan(model, { at: model.periodEnd, what: 'period' });
}

export function pause(model: BillingModel, cycles: number | null): void {
  model.state = 'paused';
  model.pausesWithPeriod = undefined;
  model.pausedAt = model.now;
  model.resumesAt = undefined;
  if (cycles === null) return;
  model.resumesAt = later(model.now, model.rhythm, cycles);
  plan(model, { at: model.resumesAt, what: 'resume' });
}

function endPeriod(model: BillingModel): void {
  const runs = ['incomplete', 'active', 'past_due'].includes(model.state);
  if (!runs || model.periodEnd !== model.now) return;
  if (model.endsWithPeriod) cancel(model, false);
  else if (model.pausesWithPeriod) pause(model, model.pausesWithPeriod.cycles);
  else {
    beginPeriod(model);
    model.state = owes(model) ? 'past_due' : 'active';
  }
}

/** What was not used of the period when it was paused goes on from now. */
export function resume(model: BillingModel): void {
  const left = Math.max(0, model.periodEnd - model.pausedAt);
  model.state = 'active';
  model.resumesAt = undefined;
  if (left > 0) model.periodStart += model.now - model.pausedAt;
  model.periodEnd = model.now + left;
  model.anchor = model.periodEnd;
  model.periods = 0;
  if (left > 0) plan(model, { at: model.periodEnd, what: 'period' });
  else endPeriod(model);
}

function run(model: BillingModel, { what, bill, at }: Task): void {
  model.now = at;
  if (what === 'period') endPeriod(model);
  if (what === 'resume' && model.state === 'paused' && model.resumesAt === at) resume(model);
  if (bill?.status === 'open' && bill.next === at) collectBill(model, bill);
}

/** The first period begins when the subscription is made. */
export function begin(model: BillingModel): BillingModel {
  beginPeriod(model);
  return model;
}

/** Lets time go by, and in their order the things that happen meanwhile. */
export function passTime(model: BillingModel, by: number): void {
  const until = model.now + by;
  for (let [task] = model.tasks; task && task.at <= until; [task] = model.tasks) {
    model.tasks.shift();
    run(model, task);
  }
  model.now = until;
}
