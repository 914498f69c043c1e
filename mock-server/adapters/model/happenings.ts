import { tell, type Attempt, type CheckoutModel, type Visit } from './CheckoutModel.ts';

/** Completes a visit, with what comes of it. */
export function complete(model: CheckoutModel, visit: Visit, attempt?: Attempt): void {
  visit.state = 'completed';
  for (const type of ['invoice.created', 'invoice.paid', 'checkout_session.completed']) {
    tell(model, type);
  }
  if (visit.coupon) {
    visit.coupon.used += 1;
    tell(model, 'coupon.updated');
  }
  if (!attempt) return;
  attempt.status = 'succeeded';
  tell(model, 'payment_intent.succeeded');
}

export function expire(model: CheckoutModel, visit: Visit): void {
  visit.state = 'expired';
  tell(model, 'checkout_session.expired');
}

/** A payment that ends without money gives its visit back, or lets it expire late. */
export function decline(model: CheckoutModel, visit: Visit, attempt: Attempt): void {
  attempt.status = 'failed';
  tell(model, 'payment_intent.failed');
  visit.state = 'open';
  if (visit.expires <= model.now) expire(model, visit);
}

interface Happening {
  readonly at: number;
  readonly happen: () => void;
}

function ofVisit(model: CheckoutModel, visit: Visit): Happening[] {
  const all: Happening[] = [];
  const add = (at: number, happen: () => void): void => {
    all.push({ at, happen });
  };
  if (visit.state === 'open') {
    add(visit.expires, () => {
      expire(model, visit);
    });
  }
  for (const attempt of visit.attempts) {
    const ends = { requires_action: decline, processing: complete, succeeded: null, failed: null };
    const end = ends[attempt.status];
    if (!end) continue;
    add(attempt.ends, () => {
      end(model, visit, attempt);
    });
  }
  return all;
}

/** Everything that is to happen by itself, the first thing first. */
export function happenings(model: CheckoutModel): Happening[] {
  const refunds = model.refunds.filter(({ settled }) => !settled);
  const ofRefunds = refunds.map((refund) => ({
    at: refund.settles,
    happen: () => {
      refund.settled = true;
      tell(model, 'refund.updated');
    },
  }));
  const ofVisits = model.visits.flatMap((visit) => ofVisit(model, visit));
  return [...ofVisits, ...ofRefunds].sort((a, b) => a.at - b.at);
}

export function passTime(model: CheckoutModel, by: number): void {
  const until = model.now + by;
  for (;;) {
    const [next] = happenings(model);
    if (!next || next.at > until) break;
    model.now = Math.max(model.now, next.at);
    next.happen();
  }
  model.now = until;
}
