import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { invoices } from '../../../resources/invoices.ts';
import { subscriptions } from '../../../resources/subscriptions.ts';
import { asProblem, parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const schema = answerSchema(subscriptions);
const named = z.looseObject({ id: z.string() });
const listOf = <T extends z.ZodType>(item: T) => z.looseObject({ data: z.array(item) });
const pro = { price_id: 'price_pro_monthly', quantity: 1 };
const least = {
  customer_id: 'cus_abc123',
  currency: 'usd',
  billing_interval: 'month',
  items: [pro],
};

/** What is given besides the least, and where it is wrong. */
const broken: readonly (readonly [object, readonly (string | number)[]])[] = [
  [{ customer_id: 'cus_none' }, ['customer_id']],
  [{ items: [] }, ['items']],
  [{ items: [{ price_id: 'price_basic' }] }, ['items', 0, 'price_id']],
  [{ billing_interval: 'year' }, ['items', 0, 'price_id']],
  [{ items: Array(40).fill({ ...pro, quantity: 999_999 }) }, ['items']],
  [{ currency: 'eur' }, ['items', 0, 'price_id']],
  [{ period_start: '2001-01-01T00:00:00Z' }, ['period_start']],
  [{ period_start: '9000-01-01T00:00:00Z', trial_period_days: 1 }, ['period_start']],
  [{ processor_id: 'proc_none' }, ['processor_id']],
  [{ default_payment_method_id: 'pm_none' }, ['default_payment_method_id']],
];

describeTransports('subscriptions without a checkout', (transport) => {
  /** An account on 1 January 2030, in whose clock nothing moves by itself. */
  async function createShop(number?: string) {
    const world = createWorld(transport);
    const { api, control } = world;
    await control('POST', '/clock', { freeze: true, now: '2030-01-01T00:00:00Z' });
    async function saveCard(saved?: string, customer_id = 'cus_abc123') {
      const setup = { mode: 'setup', line_items: [], customer_id };
      const { id, secure_token: token } = await world.create(setup);
      await world.pay(token, { payment_method: card(saved), expected_amount_atom: 0 });
      return (await world.retrieve(id)).payment_method_id ?? '';
    }
    if (number !== undefined) await saveCard(number);
    const make = async (body: object = {}) =>
      parse(schema, await api('POST', '/subscriptions', { ...least, ...body }));
    const read = async (id: string) => parse(schema, await api('GET', `/subscriptions/${id}`));
    const act = (id: string, action: string, body: object = {}) =>
      api('POST', `/subscriptions/${id}/${action}`, body);
    const billed = async () => {
      const reply = await api('GET', '/invoices?limit=100');
      return parse(listOf(answerSchema(invoices)), reply).data;
    };
    const until = (now: string) => control('POST', '/clock', { now });
    const told = async () => {
      const reply = await api('GET', '/events?limit=100');
      const event = z.looseObject({ type: z.string(), data: z.looseObject({}) });
      return parse(listOf(event), reply).data;
    };
    return { ...world, saveCard, make, read, act, billed, until, told };
  }
  const good = '4242424242424242';

  /** A dearer price, which recurs with the other. */
  async function team(shop: Awaited<ReturnType<typeof createShop>>, unit_amount_atom = 5900) {
    const terms = { product_id: 'prod_pro', currency: 'usd', unit_amount_atom };
    const recurring = { price_type: 'recurring', billing_interval: 'month' };
    const reply = await shop.api('POST', '/prices', { ...terms, ...recurring });
    return parse(named, reply).id;
  }

  test('a card that another customer has saved is charged for nothing', async () => {
    const shop = await createShop(good);
    const make = async (path: string, body: object) =>
      parse(named, await shop.api('POST', path, body)).id;
    const { id } = await shop.make();
    const method = await shop.saveCard(good, await make('/customers', { email: 'b@b.example' }));
    const bill = await make('/invoices', {
      ...{ customer_id: 'cus_abc123', currency: 'usd', items: [{ amount: 1 }] },
      collection_method: 'send_invoice',
    });
    await shop.api('POST', `/invoices/${bill}/finalize`);
    const chosen = { default_payment_method_id: method };
    for (const reply of [
      await shop.api('POST', '/subscriptions', { ...least, ...chosen }),
      await shop.api('PATCH', `/subscriptions/${id}`, chosen),
      await shop.api('POST', `/invoices/${bill}/pay`, { payment_method_id: method }),
    ]) {
      expect(asProblem(reply).errors).toMatchObject([{ type: 'wrong_customer' }]);
    }
  });

  test('one is charged to the saved card at once, and renews', async () => {
    const shop = await createShop(good);
    const made = await shop.make({ metadata: { plan: 'pro' }, custom_fields: { tier: 'team' } });
    expect(made).toMatchObject({
      state: 'active',
      checkout_session_id: null,
      current_period_end: '2030-02-01T00:00:00.000Z',
      metadata: { plan: 'pro' },
    });
    await shop.until('2030-03-01T00:00:00Z');
    const reasons = (await shop.billed()).map(({ status, billing_reason: why }) => [status, why]);
    expect(reasons).toEqual([
      ['paid', 'subscription_cycle'],
      ['paid', 'subscription_cycle'],
      ['paid', 'subscription_create'],
    ]);
  });

  test('without a card it is incomplete until its invoice is paid', async () => {
    const shop = await createShop();
    const { id, state, latest_invoice_id: of } = await shop.make();
    expect(state).toBe('incomplete');
    await shop.saveCard();
    expect((await shop.api('POST', `/invoices/${of ?? ''}/pay`, {})).status).toBe(200);
    expect((await shop.read(id)).state).toBe('active');
  });

  test('one begins on its day, or after free days', async () => {
    const shop = await createShop(good);
    const later = await shop.make({ period_start: '2030-01-10T00:00:00Z' });
    expect(later.state).toBe('scheduled');
    const trial = await shop.make({ trial_period_days: 14 });
    expect(trial).toMatchObject({ state: 'trialing', trial_end: '2030-01-15T00:00:00.000Z' });
    expect(await shop.billed()).toEqual([]);
    await shop.until('2030-01-12T00:00:00Z');
    expect(await shop.read(later.id)).toMatchObject({
      state: 'active',
      current_period_end: '2030-02-10T00:00:00.000Z',
    });
    const [first] = (await shop.told()).filter(({ type }) => type.includes('trial'));
    expect(first?.data).toMatchObject({ object: { id: trial.id, state: 'trialing' } });
    await shop.until('2030-01-15T00:00:00Z');
    expect((await shop.read(trial.id)).state).toBe('active');
  });

  test('one that is billed has its days to pay, and is past due after them', async () => {
    const shop = await createShop();
    const { id } = await shop.make({ collection_method: 'send_invoice', net_d: 7 });
    expect((await shop.read(id)).state).toBe('active');
    await shop.until('2030-01-08T00:00:00Z');
    expect((await shop.read(id)).state).toBe('past_due');
    const [bill] = await shop.billed();
    expect(bill).toMatchObject({ status: 'past_due', due_date: '2030-01-08T00:00:00.000Z' });
    await shop.api('POST', `/invoices/${bill?.id ?? ''}/pay`, { out_of_band: true });
    expect((await shop.read(id)).state).toBe('active');
  });

  test.each(transport.part(broken))('%j is refused where it stands', async (body, loc) => {
    const shop = await createShop();
    const reply = await shop.api('POST', '/subscriptions', { ...least, ...body });
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, ['body', ...loc]]);
    expect((await shop.api('GET', '/subscriptions')).text).toContain('"total":0');
  });

  test('without a processor that takes its money it cannot be made', async () => {
    const shop = await createShop(good);
    const processor_id = 'proc_dev_stripe';
    await shop.api('PATCH', `/processors/${processor_id}`, { currencies: ['eur'] });
    const reply = await shop.api('POST', '/subscriptions', { ...least, processor_id });
    expect(asProblem(reply).errors?.[0]?.type).toBe('no_processor');
    expect((await shop.make()).state).toBe('active');
  });

  test('paused in the middle of a period it goes on later for what was left of it', async () => {
    const shop = await createShop(good);
    const { id } = await shop.make();
    await shop.until('2030-01-11T00:00:00Z');
    await shop.act(id, 'pause');
    expect((await shop.act(id, 'pause')).status).toBe(409);
    await shop.until('2030-05-01T00:00:00Z');
    expect(await shop.read(id)).toMatchObject({
      state: 'paused',
      paused_at: '2030-01-11T00:00:00.000Z',
    });
    expect(await shop.billed()).toHaveLength(1);
    const resumed = parse(schema, await shop.act(id, 'resume'));
    expect(resumed).toMatchObject({
      state: 'active',
      paused_at: null,
      current_period_end: '2030-05-22T00:00:00.000Z',
    });
    const [last] = await shop.told();
    expect(last).toMatchObject({
      type: 'subscription.resumed',
      data: {
        object: { id, resumed_at: '2030-05-01T00:00:00.000Z', new_state: 'active' },
        previous_attributes: { state: 'paused' },
      },
    });
    await shop.until('2030-06-22T00:00:00Z');
    expect(await shop.billed()).toHaveLength(3);
    expect((await shop.act(id, 'resume')).status).toBe(409);
  });

  test('time for which it stands still is no time that was used', async () => {
    const shop = await createShop(good);
    const [paused, resumed, changed] = [await shop.make(), await shop.make(), await shop.make()];
    await shop.until('2030-01-16T12:00:00Z');
    for (const { id } of [paused, resumed, changed]) await shop.act(id, 'pause');
    await shop.until('2030-03-01T00:00:00Z');
    for (const { id } of [resumed, changed]) await shop.act(id, 'resume');
    expect(await shop.read(resumed.id)).toMatchObject({
      current_period_start: '2030-02-13T12:00:00.000Z',
      current_period_end: '2030-03-16T12:00:00.000Z',
    });
    for (const { id } of [paused, resumed]) {
      await shop.act(id, 'cancel', { refund_option: 'prorated' });
    }
    const back = await shop.api('GET', '/payments/refunds');
    const list = z.looseObject({ data: z.array(z.looseObject({ amount_atom: z.int() })) });
    expect(parse(list, back).data.map(({ amount_atom: amount }) => amount)).toEqual([1450, 1450]);
    const items = [{ subscription_item_id: changed.items[0]?.id, quantity: 3 }];
    const reply = await shop.act(changed.id, 'change-plan', { items });
    expect(parse(schema, reply).carried_amount_atom).toBe(2900);
  });

  test('paused at the end for two cycles it is billed again by itself', async () => {
    const shop = await createShop(good);
    const { id } = await shop.make();
    const at_end = { pause_behavior: 'pause_at_end', pause_for_cycles: 2 };
    await shop.act(id, 'pause', at_end);
    await shop.api('DELETE', `/subscriptions/${id}/scheduled-pause`);
    expect((await shop.read(id)).scheduled_pause).toBeNull();
    await shop.act(id, 'pause', at_end);
    await shop.until('2030-02-01T00:00:00Z');
    expect(await shop.read(id)).toMatchObject({
      state: 'paused',
      scheduled_pause: null,
      resumes_at: '2030-04-01T00:00:00.000Z',
    });
    await shop.until('2030-04-01T00:00:00Z');
    expect(await shop.read(id)).toMatchObject({
      state: 'active',
      current_period_end: '2030-05-01T00:00:00.000Z',
    });
    expect(await shop.billed()).toHaveLength(2);
  });

  test('one that goes on with a new period is told so before what follows from it', async () => {
    const shop = await createShop(good);
    const { id } = await shop.make();
    await shop.act(id, 'pause', { pause_behavior: 'pause_at_end' });
    await shop.until('2030-02-10T00:00:00Z');
    expect(parse(schema, await shop.act(id, 'resume'))).toMatchObject({
      state: 'active',
      current_period_end: '2030-03-10T00:00:00.000Z',
    });
    const newest = (await shop.told()).slice(0, 6);
    expect(newest.map(({ type }) => type).reverse()).toEqual([
      'subscription.resumed',
      'invoice.created',
      'payment_intent.created',
      'payment_intent.succeeded',
      'invoice.paid',
      'customer.subscription.updated',
    ]);
    expect(newest.at(-1)?.data).toMatchObject({ object: { new_state: 'active' } });
  });

  test('it ends when it was told to, and not when that was dropped', async () => {
    const shop = await createShop(good);
    const [one, other] = [await shop.make(), await shop.make()];
    const when = { cancel_at: '2030-01-16T12:00:00Z', refund_option: 'prorated' };
    for (const { id } of [one, other]) await shop.act(id, 'schedule-cancellation', when);
    await shop.api('DELETE', `/subscriptions/${other.id}/scheduled-cancellation`);
    await shop.until('2030-01-17T00:00:00Z');
    expect(await shop.read(one.id)).toMatchObject({
      state: 'cancelled',
      cancelled_at: '2030-01-16T12:00:00.000Z',
    });
    expect((await shop.read(other.id)).state).toBe('active');
    const refunds = await shop.api('GET', '/payments/refunds');
    expect(JSON.parse(refunds.text)).toMatchObject({ data: [{ amount_atom: 1450 }] });
    const past = await shop.act(other.id, 'schedule-cancellation', {
      cancel_at: '2030-01-01T00:00:00Z',
    });
    expect(past.status).toBe(422);
  });

  test.each([
    ['always_invoice', [1500], 0, 5900],
    ['create_prorations', [], 1500, 7400],
    ['none', [], 0, 5900],
  ])('a dearer plan in mid-period with %s', async (proration_behavior, now, carried, next) => {
    const shop = await createShop(good);
    const { id, items } = await shop.make();
    await shop.until('2030-01-16T12:00:00Z');
    const price = await team(shop);
    const change = { subscription_item_id: items[0]?.id, new_price_id: price };
    const changed = parse(
      schema,
      await shop.act(id, 'change-plan', { items: [change], proration_behavior }),
    );
    expect(changed).toMatchObject({ amount_total_atom: 5900, carried_amount_atom: carried });
    const totals = async () =>
      (await shop.billed()).map(({ total_amount_atom: total }) => total).reverse();
    expect(await totals()).toEqual([2900, ...now]);
    await shop.until('2030-02-01T00:00:00Z');
    expect((await totals()).at(-1)).toBe(next);
  });

  test('a cheaper plan leaves a credit that the next invoices use up', async () => {
    const shop = await createShop(good);
    const { id, items } = await shop.make({ items: [{ ...pro, quantity: 10 }] });
    const change = { subscription_item_id: items[0]?.id, quantity: 1 };
    const reply = await shop.act(id, 'change-plan', { items: [change] });
    expect(parse(schema, reply).carried_amount_atom).toBe(-26100);
    await shop.until('2030-02-01T00:00:00Z');
    expect((await shop.billed())[0]).toMatchObject({
      total_amount_atom: 0,
      discount_amount_atom: 2900,
      status: 'paid',
    });
    expect((await shop.read(id)).carried_amount_atom).toBe(-23200);
  });

  test('a change that waits for its money is not made when the card is declined', async () => {
    const shop = await createShop(good);
    const { id, items } = await shop.make();
    const method = await shop.saveCard('4000000000009995');
    await shop.api('PATCH', `/subscriptions/${id}`, { default_payment_method_id: method });
    const change = { subscription_item_id: items[0]?.id, new_price_id: await team(shop) };
    const body = { items: [change], proration_behavior: 'always_invoice' };
    const refused = asProblem(await shop.act(id, 'change-plan', body));
    expect(refused).toMatchObject({ status: 402, decline_code: 'insufficient_funds' });
    expect(await shop.read(id)).toMatchObject({ state: 'active', amount_total_atom: 2900 });
    expect((await shop.billed())[0]?.status).toBe('void');
    const unpaid = { ...body, pay_before_change: false };
    expect(parse(schema, await shop.act(id, 'change-plan', unpaid))).toMatchObject({
      state: 'past_due',
      amount_total_atom: 5900,
    });
  });

  test('items are added and removed, at the end of the period if so wanted; never all of them', async () => {
    const shop = await createShop(good);
    const { id, items } = await shop.make();
    const old = { action: 'remove', subscription_item_id: items[0]?.id };
    const bare = await shop.act(id, 'change-plan', { items: [old] });
    expect(asProblem(bare).errors?.[0]?.loc).toEqual(['body', 'items']);
    const add = { action: 'add', new_price_id: await team(shop, 700), quantity: 2 };
    const body = { items: [old, add], effective_at: 'period_end' };
    expect(parse(schema, await shop.act(id, 'change-plan', body))).toMatchObject({
      amount_total_atom: 2900,
      pending_items: [{ quantity: 2 }],
    });
    await shop.until('2030-02-01T00:00:00Z');
    expect(await shop.read(id)).toMatchObject({ amount_total_atom: 1400, pending_items: null });
    expect((await shop.billed())[0]?.total_amount_atom).toBe(1400);
  });

  test('a plan that cannot be changed so says which item is wrong, and stays', async () => {
    const shop = await createShop(good);
    const { id, items } = await shop.make();
    const own = { subscription_item_id: items[0]?.id };
    const old = await team(shop);
    await shop.api('PATCH', `/prices/${old}`, { active: false });
    for (const [wrong, field, type] of [
      [{ ...own, new_price_id: 'price_none' }, 'new_price_id', 'unknown_price'],
      [{ ...own, new_price_id: old }, 'new_price_id', 'inactive_price'],
      [{ ...own, new_price_id: 'price_basic' }, 'new_price_id', 'other_interval'],
      [{ action: 'add', new_price_id: 'price_none' }, 'new_price_id', 'unknown_price'],
      [{ subscription_item_id: 'si_none' }, 'subscription_item_id', 'unknown_subscription_item'],
    ] as const) {
      const reply = await shop.act(id, 'change-plan', { items: [{ ...own, quantity: 2 }, wrong] });
      const loc = ['body', 'items', 1, field];
      expect([reply.status, asProblem(reply).errors]).toMatchObject([422, [{ loc, type }]]);
    }
    expect((await shop.read(id)).amount_total_atom).toBe(2900);
  });

  test('a change of one that is billed is billed too, and has its days to pay', async () => {
    const shop = await createShop();
    const { id, items } = await shop.make({ collection_method: 'send_invoice', net_d: 7 });
    const change = { subscription_item_id: items[0]?.id, new_price_id: await team(shop) };
    const body = { items: [change], proration_behavior: 'always_invoice' };
    expect(parse(schema, await shop.act(id, 'change-plan', body)).amount_total_atom).toBe(5900);
    expect((await shop.billed())[0]).toMatchObject({
      status: 'open',
      billing_reason: 'subscription_update',
      due_date: '2030-01-08T00:00:00.000Z',
    });
    await shop.until('2030-01-08T00:00:00Z');
    expect((await shop.billed())[0]?.status).toBe('past_due');
  });

  test('a bill that was taken back is owed no more: a change in mid-period costs all of the rest', async () => {
    const shop = await createShop();
    const {
      id,
      items,
      latest_invoice_id: of,
    } = await shop.make({ collection_method: 'send_invoice' });
    expect((await shop.api('POST', `/invoices/${of ?? ''}/void`)).status).toBe(200);
    await shop.until('2030-01-16T12:00:00Z');
    const change = { subscription_item_id: items[0]?.id, new_price_id: await team(shop) };
    const reply = await shop.act(id, 'change-plan', { items: [change] });
    expect(parse(schema, reply).carried_amount_atom).toBe(2950);
  });

  test('one that was cancelled stays so, whatever is paid or falls due later', async () => {
    const shop = await createShop(good);
    const late = await shop.make({ collection_method: 'send_invoice', net_d: 7 });
    const paused = await shop.make();
    await shop.act(paused.id, 'pause', { pause_for_cycles: 1 });
    await shop.until('2030-01-09T00:00:00Z');
    expect((await shop.read(late.id)).state).toBe('past_due');
    for (const { id } of [late, paused]) await shop.act(id, 'cancel');
    await shop.api('POST', `/invoices/${late.latest_invoice_id ?? ''}/pay`, { out_of_band: true });
    await shop.until('2030-04-01T00:00:00Z');
    for (const { id } of [late, paused]) expect((await shop.read(id)).state).toBe('cancelled');
    expect(await shop.billed()).toHaveLength(2);
    const path = `/subscriptions/${late.id}`;
    const [fault] =
      asProblem(await shop.api('PATCH', path, { promotion_code: 'SAVE20' })).errors ?? [];
    expect(fault).toMatchObject({ loc: ['body', 'promotion_code'], type: 'cancelled' });
  });

  test('a PATCH gives free days, a discount and another way to collect', async () => {
    const shop = await createShop(good);
    const { id } = await shop.make();
    const patch = (body: object) => shop.api('PATCH', `/subscriptions/${id}`, body);
    expect(parse(schema, await patch({ promotion_code: 'save20' })).coupon_id).toBe(
      'coupon_dev_save20',
    );
    expect(parse(schema, await patch({ trial_end: '2030-01-20T00:00:00Z' }))).toMatchObject({
      state: 'trialing',
      current_period_end: '2030-01-20T00:00:00.000Z',
    });
    const { trial_end } = parse(schema, await patch({ trial_period_days: 19 }));
    expect(trial_end).toBe('2030-01-20T00:00:00.000Z');
    await shop.until('2030-02-20T00:00:00Z');
    const totals = (await shop.billed()).map(({ total_amount_atom: total }) => total);
    // The whole of a period had been paid for when the free days began.
    expect(totals).toEqual([2320, 0, 2900]);
    expect(parse(schema, await patch({ coupon_id: null })).coupon_id).toBeNull();
    const gift = parse(named, await shop.api('POST', '/coupons', { trial_days_off: 7 })).id;
    for (const wrong of [
      { coupon_id: gift },
      { trial_end: '2030-01-01T00:00:00Z' },
      { trial_period_days: 3, trial_end: '2030-09-01T00:00:00Z' },
      { coupon_id: 'coupon_none' },
      { coupon_id: 'coupon_dev_abc123', promotion_code: 'SAVE20' },
    ]) {
      expect([wrong, (await patch(wrong)).status]).toEqual([wrong, 422]);
    }
    await patch({ collection_method: 'send_invoice', net_d: 10 });
    await shop.until('2030-03-20T00:00:00Z');
    expect((await shop.billed())[0]).toMatchObject({
      status: 'open',
      due_date: '2030-03-30T00:00:00.000Z',
    });
    await shop.act(id, 'pause');
    const [fault] = asProblem(await patch({ trial_period_days: 3 })).errors ?? [];
    expect(fault).toMatchObject({ loc: ['body', 'trial_period_days'], type: 'subscription_state' });
  });
});
