import type { EventType } from '../domain/webhooks/eventTypes.ts';
import type { MockControl, MockOutcome } from '../MockControl.ts';

type Scenario = (control: MockControl) => Promise<unknown>;

const made = async (control: MockControl, path: string, body: object): Promise<string> =>
  ((await control.request('POST', path, body)) as { readonly id: string }).id;

/** A record that was made for this, and what was then done to it. */
const crud = (path: string, body: object, change: object) => ({
  created: (control: MockControl) => made(control, path, body),
  updated: async (control: MockControl) =>
    control.request('PATCH', `${path}/${await made(control, path, body)}`, change),
  deleted: async (control: MockControl) =>
    control.request('DELETE', `${path}/${await made(control, path, body)}`),
});

const customer = crud('/customers', { email: 'sam@shop.example' }, { name: 'Sam Lee' });
const coupon = crud('/coupons', { percent_off: 15 }, { max_redemptions: 100 });
const product = crud('/products', { name: 'Lino kit' }, { description: 'For beginners' });
const price = crud(
  '/prices',
  { product_id: 'prod_basic', currency: 'usd', unit_amount_atom: 1200 },
  { active: false },
);

/** A session that ended as given, and everything that led to. */
const settled =
  (outcome: MockOutcome): Scenario =>
  async (control) => {
    const { id } = await control.createSession();
    return control.settle(id, outcome);
  };

async function subscribe(control: MockControl): Promise<string> {
  const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
  const { id } = await control.createSession({ line_items });
  const { subscription_ids: ids } = await control.settle(id, 'complete');
  return ids[0] ?? '';
}

const refunded: Scenario = async (control) => {
  const { id } = await control.createSession();
  const { payment_intent_id } = await control.settle(id, 'complete');
  await control.request('POST', '/payments/refunds', { payment_intent_id });
};

/** A bill by hand, for a customer without a card, after one thing was done to it. */
const billed =
  (action?: string): Scenario =>
  async (control) => {
    const at = (await control.clock.now()).toISOString();
    const items = [{ name: 'Poster frame', unit_amount: 45 }];
    const terms = { customer_id: 'cus_abc123', currency: 'usd', items };
    const sent = { ...terms, collection_method: 'send_invoice', issued_at: at, due_date: at };
    const id = await made(control, '/invoices', sent);
    await control.request('POST', `/invoices/${id}/finalize`, {});
    if (action) await control.request('POST', `/invoices/${id}/${action}`, {});
  };

const scenarios: Readonly<Record<EventType, Scenario>> = {
  'checkout_session.created': (control) => control.createSession(),
  'checkout_session.completed': settled('complete'),
  'checkout_session.expired': settled('expire'),
  'payment_intent.created': settled('complete'),
  'payment_intent.succeeded': settled('complete'),
  'payment_intent.requires_action': settled('challenge'),
  'payment_intent.processing': settled('processing'),
  'payment_intent.failed': settled('decline'),
  'invoice.created': settled('complete'),
  async 'invoice.updated'(control) {
    const { id } = await control.createSession();
    const { invoice_id } = await control.settle(id, 'complete');
    await control.request('PATCH', `/invoices/${invoice_id ?? ''}`, { description: 'A gift' });
  },
  'invoice.finalized': billed(),
  'invoice.paid': settled('complete'),
  'invoice.past_due': billed(),
  'invoice.voided': billed('void'),
  'invoice.uncollectible': billed('mark-uncollectible'),
  'customer.created': customer.created,
  'customer.updated': customer.updated,
  'customer.deleted': customer.deleted,
  'customer.subscription.created': subscribe,
  async 'customer.subscription.updated'(control) {
    const id = await subscribe(control);
    await control.request('PATCH', `/subscriptions/${id}`, { cancel_at_period_end: true });
  },
  async 'customer.subscription.cancelled'(control) {
    await control.request('POST', `/subscriptions/${await subscribe(control)}/cancel`, {});
  },
  async 'customer.subscription.trial_will_end'(control) {
    const id = await subscribe(control);
    await control.request('PATCH', `/subscriptions/${id}`, { trial_period_days: 3 });
  },
  async 'subscription.resumed'(control) {
    const id = await subscribe(control);
    await control.request('POST', `/subscriptions/${id}/pause`, {});
    await control.request('POST', `/subscriptions/${id}/resume`, {});
  },
  'coupon.created': coupon.created,
  'coupon.updated': coupon.updated,
  'coupon.deleted': coupon.deleted,
  'price.created': price.created,
  'price.updated': price.updated,
  'price.deleted': price.deleted,
  'product.created': product.created,
  'product.updated': product.updated,
  'product.deleted': product.deleted,
  'refund.created': refunded,
  async 'refund.updated'(control) {
    await refunded(control);
    // The money arrives then.
    await control.clock.advance('5s');
  },
};

interface HappenedEvent {
  readonly id: string;
  readonly type: string;
}

async function eventsOf(control: MockControl): Promise<readonly HappenedEvent[]> {
  const page = await control.request('GET', '/events?limit=100');
  return (page as { readonly data: readonly HappenedEvent[] }).data;
}

/**
 * Lets something happen for real, with everything that belongs to it, so that an event of this type comes of it. Returns
 * every event that came, the first one first.
 */
export async function triggerEvent(
  control: MockControl,
  type: EventType,
): Promise<readonly HappenedEvent[]> {
  const known = new Set((await eventsOf(control)).map(({ id }) => id));
  await scenarios[type](control);
  const events = await eventsOf(control);
  return events.filter(({ id }) => !known.has(id)).reverse();
}
