import { expect, test } from 'vitest';
import { z } from 'zod';
import { card, createWorld } from '../harness/createWorld.ts';
import { parse } from '../harness/asProblem.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const eventSchema = z.looseObject({
  type: z.string(),
  data: z.object({
    object: z.looseObject({ id: z.string(), object: z.string() }),
    previous_attributes: z.record(z.string(), z.unknown()).optional(),
  }),
});

const monthly = { line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] };

describeTransports('events of payments', (transport) => {
  type World = ReturnType<typeof createWorld>;

  /** The oldest first. */
  async function eventsOf(world: World) {
    const reply = await world.api('GET', '/events?limit=100');
    return parse(z.looseObject({ data: z.array(eventSchema) }), reply).data.reverse();
  }
  const typesOf = async (world: World) => (await eventsOf(world)).map(({ type }) => type);
  const payMonthly = (world: World, token: string, number?: string) =>
    world.pay(token, { payment_method: card(number), expected_amount_atom: 2320 });

  test('a subscription that is bought is told step by step, whole and with custom fields', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({
      ...monthly,
      promotion_code: 'SAVE20',
      custom_fields: { order_id: '12' },
      params_for_sub: { custom_fields: { tier: 'team' } },
    });
    await payMonthly(world, token);
    const events = await eventsOf(world);
    expect(events.map(({ type }) => type)).toEqual([
      'checkout_session.created',
      'payment_intent.created',
      'customer.created',
      'customer.subscription.created',
      'invoice.created',
      'invoice.paid',
      'coupon.updated',
      'payment_intent.succeeded',
      'checkout_session.completed',
    ]);
    const of = (type: string) => events.find((event) => event.type === type)?.data;
    const session = await world.api('GET', `/checkout-sessions/${id}?expand=custom_fields`);
    expect(of('checkout_session.completed')?.object).toEqual(JSON.parse(session.text));
    expect(of('checkout_session.completed')?.previous_attributes).toMatchObject({
      // Nobody could see it any otherwise: it began to be paid in the same decision.
      state: 'open',
      completed: false,
      invoice_id: null,
      subscription_ids: [],
    });
    expect(of('customer.subscription.created')?.object).toMatchObject({
      custom_fields: { tier: 'team' },
      latest_invoice_id: of('invoice.paid')?.object.id,
    });
    expect(of('invoice.paid')).toMatchObject({
      object: { status: 'paid', total_amount_atom: 2320, due_amount_atom: 0 },
      previous_attributes: { status: 'open', due_amount_atom: 2320, paid_amount_atom: 0 },
    });
    expect(of('coupon.updated')).toMatchObject({
      object: { times_redeemed: 1 },
      previous_attributes: { times_redeemed: 0 },
    });
    const intent = of('payment_intent.succeeded')?.object;
    const shown = await world.api('GET', `/payment-intents/${intent?.id ?? ''}`);
    expect(intent).toEqual(JSON.parse(shown.text));
    expect(JSON.stringify(events)).not.toContain('4242424242424242');
  });

  test('what a decision changes in steps is told of once, and adds up', async () => {
    const world = createWorld(transport);
    const setup = await world.create({ mode: 'setup', line_items: [], customer_id: 'cus_abc123' });
    await world.pay(setup.secure_token, { expected_amount_atom: 0 });
    const terms = { customer_id: 'cus_abc123', currency: 'usd', billing_interval: 'month' };
    const items = [{ price_id: 'price_pro_monthly' }];
    const reply = await world.api('POST', '/subscriptions', { ...terms, items });
    const made = z.looseObject({ id: z.string() }).parse(JSON.parse(reply.text));
    await world.api('PATCH', `/subscriptions/${made.id}`, { promotion_code: 'SAVE20' });
    await world.advance('31d');
    const told = (await eventsOf(world)).filter(({ data }) => data.object.id === made.id);
    const changes = told.map(({ data }) => Object.keys(data.previous_attributes ?? {}));
    const period = ['current_period_start', 'current_period_end', 'latest_invoice_id'];
    expect(changes).toEqual([
      [],
      ['default_payment_method_id', 'current_period_end'],
      ['state', 'latest_invoice_id'],
      ['coupon_id'],
      ['coupon_id', ...period],
    ]);
  });

  test('what is refused tells nothing, and each way an attempt can go tells its own', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({ ...monthly, promotion_code: 'SAVE20' });
    await world.pay(token, { expected_amount_atom: 1 });
    await payMonthly(world, token, '4012888888881881');
    await payMonthly(world, token, '4000000000000002');
    const challenge = JSON.parse((await payMonthly(world, token, '4000000000003220')).text) as {
      payment_intent_id: string;
    };
    await world.browser('POST', `/payments/${challenge.payment_intent_id}/cancel`, token);
    await payMonthly(world, token, '4000000000000077');
    expect(await typesOf(world)).toEqual([
      'checkout_session.created',
      'payment_intent.created',
      'payment_intent.failed',
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.failed',
      'payment_intent.created',
      'payment_intent.processing',
    ]);
  });

  test('a session that expires, by itself or on demand, is told once', async () => {
    const world = createWorld(transport);
    const { id } = await world.create();
    await world.create({ expires_in_hours: 1 });
    for (let time = 0; time < 2; time += 1)
      await world.api('POST', `/checkout-sessions/${id}/expire`);
    await world.advance('2h');
    const types = (await typesOf(world)).filter((type) => type === 'checkout_session.expired');
    expect(types).toHaveLength(2);
  });

  test('saving a card is no payment, and a refund is told twice', async () => {
    const world = createWorld(transport);
    const setup = await world.create({ mode: 'setup', line_items: [], customer_id: 'cus_abc123' });
    await world.pay(setup.secure_token, { expected_amount_atom: 0 });
    expect(await typesOf(world)).toEqual([
      'checkout_session.created',
      'checkout_session.completed',
    ]);
    const { id, secure_token: token } = await world.create();
    await world.pay(token);
    const { invoice_id } = await world.retrieve(id);
    await world.api('POST', '/payments/refunds', { invoice_id });
    await world.advance('5s');
    const events = (await eventsOf(world)).slice(-3);
    expect(events).toMatchObject([
      {
        type: 'invoice.updated',
        data: { previous_attributes: { refunded_amount_atom: 0 } },
      },
      { type: 'refund.created', data: { object: { status: 'pending' } } },
      {
        type: 'refund.updated',
        data: { object: { status: 'succeeded' }, previous_attributes: { status: 'pending' } },
      },
    ]);
  });

  test('a subscription tells of its changes and its end', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(monthly);
    await world.pay(token, { expected_amount_atom: 2900 });
    const [subscription = ''] = (await world.retrieve(id)).subscription_ids;
    const path = `/subscriptions/${subscription}`;
    await world.api('PATCH', path, { description: 'For the studio' });
    await world.api('POST', `${path}/cancel`, { refund_option: 'full' });
    expect((await eventsOf(world)).slice(-4)).toMatchObject([
      {
        type: 'customer.subscription.updated',
        data: { previous_attributes: { description: null } },
      },
      {
        type: 'customer.subscription.cancelled',
        data: { object: { state: 'cancelled' }, previous_attributes: { state: 'active' } },
      },
      { type: 'invoice.updated', data: { object: { refunded_amount_atom: 2900 } } },
      { type: 'refund.created', data: { object: { amount_atom: 2900 } } },
    ]);
  });
});
