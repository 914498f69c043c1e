import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { customers } from '../../../resources/customers.ts';
import { coupons } from '../../../resources/coupons.ts';
import { invoices } from '../../../resources/invoices.ts';
import { subscriptions } from '../../../resources/subscriptions.ts';
import { asProblem, asSession, parse, type Reply } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { madeId } from '../harness/madeId.ts';

const line = (price: string, quantity = 1) => ({ price_id: price, quantity });
const subscriptionSchema = answerSchema(subscriptions);
const invoiceSchema = answerSchema(invoices);
const dataOf = <T extends z.ZodType>(schema: T, reply: Reply) =>
  parse(z.object({ data: z.array(schema), total: z.int() }), reply).data;

describeTransports('what paying leads to', (transport) => {
  type World = ReturnType<typeof createWorld>;

  const invoiceOf = async (world: World, id: string | null) =>
    parse(invoiceSchema, await world.api('GET', `/invoices/${id ?? ''}`));
  const subscriptionsOf = async (world: World, query = '') =>
    dataOf(
      subscriptionSchema,
      await world.api('GET', `/subscriptions?expand=custom_fields${query}`),
    );

  /** A session that was paid with a good card. */
  async function sold(world: World, body: object, pay: object = {}) {
    const created = await world.create(body);
    const expected = { expected_amount_atom: created.amount_total_atom };
    const reply = await world.pay(created.secure_token, { ...expected, ...pay });
    if (reply.status !== 200) throw new Error(reply.text);
    return world.retrieve(created.id);
  }

  async function weeklyPrice(world: World) {
    const price = { product_id: 'prod_basic', currency: 'usd', unit_amount_atom: 500 };
    const weekly = { price_type: 'recurring', billing_interval: 'week', billing_interval_count: 2 };
    return madeId(await world.api('POST', '/prices', { ...price, ...weekly }));
  }

  test('each billing interval becomes a subscription with the fields that were passed', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-01-31T12:00:00Z' });
    const weekly = await weeklyPrice(world);
    const session = await sold(world, {
      customer_id: 'cus_abc123',
      line_items: [line('price_pro_monthly', 2), line('price_basic'), line(weekly)],
      params_for_sub: { custom_fields: { tier: 'enterprise', region: 'us-east' } },
    });
    const made = await subscriptionsOf(world, '&customer_id=cus_abc123');
    expect(made.map(({ id }) => id).sort()).toEqual([...session.subscription_ids].sort());
    const shared = {
      object: 'subscription',
      state: 'active',
      checkout_session_id: session.id,
      customer_id: 'cus_abc123',
      default_payment_method_id: session.payment_method_id,
      current_period_start: '2030-01-31T12:00:00.000Z',
      latest_invoice_id: session.invoice_id,
      custom_fields: { tier: 'enterprise', region: 'us-east' },
    };
    const item = { price_id: 'price_pro_monthly', quantity: 2, unit_amount_atom: 2900 };
    expect(made.find(({ billing_interval: interval }) => interval === 'month')).toMatchObject({
      ...shared,
      items: [item],
      amount_total_atom: 5800,
      current_period_end: '2030-02-28T12:00:00.000Z',
    });
    expect(made.find(({ billing_interval: interval }) => interval === 'week')).toMatchObject({
      ...shared,
      billing_interval_count: 2,
      current_period_end: '2030-02-14T12:00:00.000Z',
    });
    const plain = await world.api('GET', `/subscriptions/${session.subscription_ids[0] ?? ''}`);
    expect(parse(subscriptionSchema, plain)).not.toHaveProperty('custom_fields');
  });

  test('one-time items make no subscription, and what was paid makes an invoice', async () => {
    const world = createWorld(transport);
    const session = await sold(world, {
      line_items: [line('price_basic', 3)],
      promotion_code: 'SAVE20',
    });
    expect(session.subscription_ids).toEqual([]);
    const invoice = await invoiceOf(world, session.invoice_id);
    expect(invoice).toMatchObject({
      status: 'paid',
      checkout_session_id: session.id,
      customer_id: session.customer_id,
      subscription_ids: [],
      payment_intent_id: session.payment_intent_id,
      billing_reason: null,
      currency: 'usd',
      line_items: session.line_items,
      subtotal_amount_atom: 2700,
      discount_amount_atom: 540,
      total_amount_atom: 2160,
      due_amount_atom: 0,
      paid_amount_atom: 2160,
      refunded_amount_atom: 0,
      out_of_band: false,
    });
    expect(await subscriptionsOf(world)).toEqual([]);
    const other = await sold(world, {});
    expect((await invoiceOf(world, other.invoice_id)).number).not.toBe(invoice.number);
  });

  test('a trial asks for a card, charges nothing and gives a trialing subscription', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-01-01T00:00:00Z' });
    const coupon_id = madeId(await world.api('POST', '/coupons', { trial_days_off: 14 }));
    const body = { line_items: [line('price_pro_monthly')], coupon_id };
    const refused = await world.create(body);
    const bare = { payment_method: undefined, expected_amount_atom: 0 };
    expect(asProblem(await world.pay(refused.secure_token, bare)).code).toBe('validation_failed');
    const session = await sold(world, body);
    expect(session).toMatchObject({ amount_subtotal_atom: 2900, amount_total_atom: 0 });
    expect(await subscriptionsOf(world)).toMatchObject([
      {
        state: 'trialing',
        trial_end: '2030-01-15T00:00:00.000Z',
        current_period_end: '2030-01-15T00:00:00.000Z',
        coupon_id: null,
      },
    ]);
    expect(await invoiceOf(world, session.invoice_id)).toMatchObject({
      status: 'paid',
      total_amount_atom: 0,
      billing_reason: 'subscription_create',
    });
  });

  test('completed out of band, everything is made but the charge', async () => {
    const world = createWorld(transport);
    const body = { customer_email: 'sam@shop.example', line_items: [line('price_pro_monthly')] };
    const { id } = await world.create({ ...body, promotion_code: 'SAVE20' });
    const session = asSession(await world.api('POST', `/checkout-sessions/${id}/complete`));
    expect(session).toMatchObject({
      state: 'completed',
      payment_intent_id: null,
      payment_method_id: null,
    });
    expect(await invoiceOf(world, session.invoice_id)).toMatchObject({
      status: 'paid',
      out_of_band: true,
      payment_intent_id: null,
      total_amount_atom: 2320,
    });
    expect(await subscriptionsOf(world)).toMatchObject([{ customer_id: session.customer_id }]);
    const customer = await world.api('GET', `/customers/${session.customer_id ?? ''}`);
    expect(parse(answerSchema(customers), customer).email).toBe('sam@shop.example');
    const coupon = await world.api('GET', '/coupons/coupon_dev_save20');
    expect(parse(answerSchema(coupons), coupon).times_redeemed).toBe(1);
    const again = asSession(await world.api('POST', `/checkout-sessions/${id}/complete`));
    expect(again).toEqual(session);
    expect(await subscriptionsOf(world)).toHaveLength(1);
  });

  test('a coupon that lasts stays with the subscription', async () => {
    const world = createWorld(transport);
    const coupon_id = madeId(
      await world.api('POST', '/coupons', { percent_off: 50, duration: 'forever' }),
    );
    await sold(world, { line_items: [line('price_pro_monthly')], coupon_id });
    expect(await subscriptionsOf(world)).toMatchObject([{ coupon_id, amount_total_atom: 2900 }]);
  });

  test('nothing sold makes no invoice, and a saved card none either', async () => {
    const world = createWorld(transport);
    const empty = await sold(world, { line_items: [] }, { payment_method: undefined });
    expect(empty).toMatchObject({ state: 'completed', invoice_id: null, subscription_ids: [] });
    const setup = { mode: 'setup', line_items: [], customer_id: 'cus_abc123' };
    const saved = await sold(world, setup);
    expect(saved).toMatchObject({ invoice_id: null, payment_intent_id: null });
    expect(dataOf(invoiceSchema, await world.api('GET', '/invoices'))).toEqual([]);
  });

  test('a card that takes a minute leaves nothing behind before it is done', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({
      line_items: [line('price_pro_monthly')],
    });
    const slow = { payment_method: card('4000000000000077'), expected_amount_atom: 2900 };
    expect((await world.pay(token, slow)).status).toBe(200);
    expect(await subscriptionsOf(world)).toEqual([]);
    await world.advance('1m');
    const session = await world.retrieve(id);
    expect(session.state).toBe('completed');
    expect((await invoiceOf(world, session.invoice_id)).status).toBe('paid');
    expect(await subscriptionsOf(world)).toHaveLength(1);
  });

  test('invoices and subscriptions have custom fields of their own', async () => {
    const world = createWorld(transport);
    const session = await sold(world, { line_items: [line('price_pro_monthly')] });
    const definition = { entity: 'invoice', key: 'cost_centre', data_type: 'number', min: 1 };
    const field = madeId(await world.api('POST', '/custom-field-definitions', definition));
    const path = `/invoices/${session.invoice_id ?? ''}?expand=custom_fields`;
    const wrong = asProblem(await world.api('PATCH', path, { custom_fields: { cost_centre: 0 } }));
    expect(wrong.errors?.[0]?.loc).toEqual(['body', 'custom_fields', 'cost_centre']);
    const change = { custom_fields: { cost_centre: 7 }, description: 'For the shop' };
    const invoice = parse(invoiceSchema, await world.api('PATCH', path, change));
    expect(invoice).toMatchObject(change);
    expect((await world.api('DELETE', `/custom-field-definitions/${field}`)).status).toBe(204);
    expect(parse(invoiceSchema, await world.api('GET', path)).custom_fields).toEqual({});
    const [id = ''] = session.subscription_ids;
    const tier = { custom_fields: { tier: 'team' } };
    const changed = await world.api('PATCH', `/subscriptions/${id}?expand=custom_fields`, tier);
    expect(parse(subscriptionSchema, changed)).toMatchObject(tier);
    const unknown = { custom_fields: { order_id: '1' } };
    expect((await world.api('PATCH', `/subscriptions/${id}`, unknown)).status).toBe(422);
  });

  test('lists are narrowed by session, customer and state', async () => {
    const world = createWorld(transport);
    const monthly = { line_items: [line('price_pro_monthly')] };
    const first = await sold(world, { ...monthly, customer_id: 'cus_abc123' });
    await sold(world, monthly);
    const ids = async (path: string) =>
      dataOf(z.looseObject({ id: z.string() }), await world.api('GET', path)).map(({ id }) => id);
    expect(await ids('/subscriptions?customer_id=cus_abc123')).toEqual(first.subscription_ids);
    expect(await ids(`/invoices?checkout_session_id=${first.id}`)).toEqual([first.invoice_id]);
    expect(await ids('/subscriptions?state=cancelled')).toEqual([]);
    expect(await ids('/invoices?status=paid')).toHaveLength(2);
    expect((await world.api('GET', '/invoices?status=gone')).status).toBe(400);
  });
});
