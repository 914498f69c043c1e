import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { invoices } from '../../../resources/invoices.ts';
import { paymentIntents } from '../../../resources/paymentIntents.ts';
import { subscriptions } from '../../../resources/subscriptions.ts';
import { parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { madeId } from '../harness/madeId.ts';

const monthly = { line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] };
const listOf = <T extends z.ZodType>(schema: T) => z.looseObject({ data: z.array(schema) });

describeTransports('subscriptions as time goes by', (transport) => {
  type World = ReturnType<typeof createWorld>;
  /** Makes what the session needs, and says what more it is created with. */
  type Prepare = (world: World) => Promise<object>;
  const none: Prepare = () => Promise.resolve({});

  /** A subscription that was bought on the last day of January 2030, on a clock that stands still. */
  async function subscribed(prepare: Prepare = none, number?: string, expiry: object = {}) {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-01-31T12:00:00Z' });
    const created = await world.create({ ...monthly, ...(await prepare(world)) });
    const payment_method = { ...card(number), ...expiry };
    const expected_amount_atom = created.amount_total_atom;
    await world.pay(created.secure_token, { payment_method, expected_amount_atom });
    const { subscription_ids } = await world.retrieve(created.id);
    const path = `/subscriptions/${subscription_ids[0] ?? ''}`;
    const read = async () => parse(answerSchema(subscriptions), await world.api('GET', path));
    const billed = async () => {
      const reply = await world.api('GET', '/invoices?limit=100');
      return parse(listOf(answerSchema(invoices)), reply).data;
    };
    const charged = async () => {
      const reply = await world.api('GET', '/payment-intents?limit=100');
      return parse(listOf(answerSchema(paymentIntents)), reply).data;
    };
    const until = (now: string) => world.control('POST', '/clock', { now });
    return { world, path, read, billed, charged, until };
  }

  const trial =
    (days: number): Prepare =>
    async (world) => ({
      coupon_id: madeId(await world.api('POST', '/coupons', { trial_days_off: days })),
    });

  test('a month later it is charged again, and so on, always from the first day', async () => {
    const { read, billed, charged, until } = await subscribed();
    await until('2030-02-28T11:59:59Z');
    expect(await billed()).toHaveLength(1);
    await until('2030-02-28T12:00:00Z');
    expect(await read()).toMatchObject({
      state: 'active',
      current_period_start: '2030-02-28T12:00:00.000Z',
      current_period_end: '2030-03-31T12:00:00.000Z',
    });
    await until('2030-05-31T12:00:00Z');
    expect(await billed()).toHaveLength(5);
    const [last] = await billed();
    expect(last).toMatchObject({
      id: (await read()).latest_invoice_id,
      status: 'paid',
      billing_reason: 'subscription_cycle',
      total_amount_atom: 2900,
      created_at: '2030-05-31T12:00:00.000Z',
    });
    const [payment] = await charged();
    expect(payment).toMatchObject({
      id: last?.payment_intent_id,
      invoice_id: last?.id,
      status: 'succeeded',
      amount_atom: 2900,
      checkout_session_id: null,
    });
  });

  test('after a trial the first period is charged', async () => {
    const { read, billed, until } = await subscribed(trial(14));
    expect((await read()).state).toBe('trialing');
    await until('2030-02-14T12:00:00Z');
    expect(await read()).toMatchObject({
      state: 'active',
      current_period_end: '2030-03-14T12:00:00.000Z',
    });
    expect((await billed()).map(({ total_amount_atom: total }) => total)).toEqual([2900, 0]);
  });

  test('a card that is declined after the trial leaves an open invoice, and a new card pays the next', async () => {
    const { world, path, read, billed, charged, until } = await subscribed(
      trial(7),
      '4000000000009995',
    );
    await until('2030-02-07T12:00:00Z');
    expect((await read()).state).toBe('past_due');
    expect((await billed())[0]).toMatchObject({
      status: 'open',
      due_amount_atom: 2900,
      paid_amount_atom: 0,
    });
    const [failed] = await charged();
    expect(failed).toMatchObject({ status: 'failed', decline_code: 'insufficient_funds' });
    expect(failed?.attempts).toHaveLength(2);
    const { customer_id } = await read();
    const setup = { mode: 'setup', line_items: [], customer_id };
    const { id, secure_token: token } = await world.create(setup);
    await world.pay(token, { expected_amount_atom: 0 });
    const { payment_method_id: method } = await world.retrieve(id);
    await world.api('PATCH', path, { default_payment_method_id: method });
    await until('2030-03-07T12:00:00Z');
    expect(await read()).toMatchObject({ state: 'active', default_payment_method_id: method });
  });

  test('a card that has expired meanwhile is declined', async () => {
    const { read, charged, until } = await subscribed(none, undefined, {
      exp_month: 2,
      exp_year: 2030,
    });
    await until('2030-02-28T12:00:00Z');
    expect((await read()).state).toBe('active');
    await until('2030-03-31T12:00:00Z');
    expect((await read()).state).toBe('past_due');
    expect((await charged())[0]?.decline_code).toBe('expired_card');
  });

  test('what is to end with its period ends then and costs nothing more', async () => {
    const { world, path, read, billed, until } = await subscribed();
    await world.api('PATCH', path, { cancel_at_period_end: true });
    expect((await read()).state).toBe('active');
    await until('2030-06-01T00:00:00Z');
    expect(await read()).toMatchObject({
      state: 'cancelled',
      cancelled_at: '2030-02-28T12:00:00.000Z',
    });
    expect(await billed()).toHaveLength(1);
  });

  test('what was cancelled is not charged again', async () => {
    const { world, path, billed, until } = await subscribed();
    await world.api('POST', `${path}/cancel`);
    await until('2030-06-01T00:00:00Z');
    expect(await billed()).toHaveLength(1);
  });

  test.each([
    [{ duration: 'once' }, [2900, 2900, 1450]],
    [{ duration: 'repeating', duration_in_months: 2 }, [2900, 1450, 1450]],
    [{ duration: 'forever' }, [1450, 1450, 1450]],
  ])('a coupon with %j counts as long as it says', async (lasting, amounts) => {
    const { billed, until } = await subscribed(async (world) => ({
      coupon_id: madeId(await world.api('POST', '/coupons', { percent_off: 50, ...lasting })),
    }));
    await until('2030-03-31T12:00:00Z');
    expect((await billed()).map(({ total_amount_atom: total }) => total)).toEqual(amounts);
  });

  test('without a card on file the next period stays unpaid', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-01-31T12:00:00Z' });
    const { id } = await world.create({ ...monthly, customer_email: 'a@b.example' });
    await world.api('POST', `/checkout-sessions/${id}/complete`);
    await world.advance('31d');
    const [subscription = ''] = (await world.retrieve(id)).subscription_ids;
    const reply = await world.api('GET', `/subscriptions/${subscription}`);
    expect(parse(answerSchema(subscriptions), reply).state).toBe('past_due');
  });

  test('each renewal is told: the invoice, the payment, the subscription', async () => {
    const { world, until } = await subscribed();
    await until('2030-02-28T12:00:00Z');
    const reply = await world.api('GET', '/events?limit=5');
    const told = parse(listOf(z.looseObject({ type: z.string() })), reply).data;
    expect(told.map(({ type }) => type).reverse()).toEqual([
      'invoice.created',
      'payment_intent.created',
      'payment_intent.succeeded',
      'invoice.paid',
      'customer.subscription.updated',
    ]);
  });

  test('a clock moved to the end of time comes to an end itself', async () => {
    const { read, until } = await subscribed();
    expect((await until('8999-12-31T23:59:59Z')).status).toBe(200);
    expect((await read()).state).toBe('cancelled');
  });

  test('at the end of time every time that is answered has a year of four digits', async () => {
    const { world, path, until } = await subscribed();
    await world.api('PATCH', path, { trial_end: '9999-12-31T23:59:59Z' });
    await world.api('POST', `${path}/pause`, {});
    await until('8999-12-31T23:59:59Z');
    await world.api('POST', `${path}/resume`);
    const terms = {
      price_type: 'recurring',
      billing_interval: 'year',
      billing_interval_count: 365,
    };
    const price = { product_id: 'prod_pro', currency: 'usd', unit_amount_atom: 1, ...terms };
    const price_id = madeId(await world.api('POST', '/prices', price));
    const { id } = await world.create({
      expires_in_hours: 720,
      line_items: [{ price_id, quantity: 1 }],
    });
    await world.api('POST', `/checkout-sessions/${id}/complete`);
    const [rare = ''] = (await world.retrieve(id)).subscription_ids;
    await world.api('POST', `/subscriptions/${rare}/pause`, { pause_for_cycles: 120 });
    for (const of of ['/subscriptions', '/invoices', '/checkout-sessions', '/events']) {
      const { text } = await world.api('GET', of);
      expect(text).not.toContain('"+');
      if (of === '/subscriptions')
        expect(text).toContain('"resumes_at":"9999-12-31T23:59:59.999Z"');
    }
  });
});
