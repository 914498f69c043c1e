import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { invoices } from '../../../resources/invoices.ts';
import { subscriptions } from '../../../resources/subscriptions.ts';
import { parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const monthly = { line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] };
const poor = '4000000000009995';
const listOf = <T extends z.ZodType>(schema: T) => z.looseObject({ data: z.array(schema) });

describeTransports('a renewal that is declined', (transport) => {
  type World = ReturnType<typeof createWorld>;

  /** Saves a card for the customer whom every account has; says which payment method that is. */
  async function save(world: World, payment_method = card()) {
    const setup = { mode: 'setup', line_items: [], customer_id: 'cus_abc123' };
    const { id, secure_token: token } = await world.create(setup);
    await world.pay(token, { payment_method, expected_amount_atom: 0 });
    return (await world.retrieve(id)).payment_method_id ?? '';
  }

  /** A subscription whose free week ended on 8 January 2030 with a card that was declined. */
  async function declined(payment_method = card(poor)) {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-01-01T00:00:00Z' });
    const coupon = await world.api('POST', '/coupons', { trial_days_off: 7 });
    const { id: coupon_id } = parse(z.looseObject({ id: z.string() }), coupon);
    const who = { customer_id: 'cus_abc123', coupon_id };
    const { id, secure_token: token } = await world.create({ ...monthly, ...who });
    await world.pay(token, { payment_method, expected_amount_atom: 0 });
    const path = `/subscriptions/${(await world.retrieve(id)).subscription_ids[0] ?? ''}`;
    const until = (now: string) => world.control('POST', '/clock', { now });
    const read = async () => parse(answerSchema(subscriptions), await world.api('GET', path));
    const billed = async () => {
      const { latest_invoice_id: of } = await read();
      return parse(answerSchema(invoices), await world.api('GET', `/invoices/${of ?? ''}`));
    };
    const told = async (limit: number) => {
      const reply = await world.api('GET', `/events?limit=${String(limit)}`);
      return parse(listOf(z.looseObject({ type: z.string() })), reply).data.map(({ type }) => type);
    };
    return { world, path, until, read, billed, told };
  }

  test('is tried again after four days, and a new card brings it back', async () => {
    const { world, path, until, read, billed, told } = await declined();
    await until('2030-01-08T00:00:00Z');
    expect((await read()).state).toBe('past_due');
    expect(await billed()).toMatchObject({
      status: 'open',
      attempt_count: 1,
      next_payment_attempt_at: '2030-01-12T00:00:00.000Z',
    });
    const method = await save(world);
    await world.api('PATCH', path, { default_payment_method_id: method });
    await until('2030-01-12T00:00:00Z');
    expect(await read()).toMatchObject({
      state: 'active',
      current_period_end: '2030-02-08T00:00:00.000Z',
    });
    expect(await billed()).toMatchObject({ status: 'paid', next_payment_attempt_at: null });
    expect((await told(4)).reverse()).toEqual([
      'payment_intent.created',
      'payment_intent.succeeded',
      'invoice.paid',
      'customer.subscription.updated',
    ]);
  });

  test('is given up after the fourth retry: the invoice is uncollectible, the subscription over', async () => {
    const { until, read, billed, told } = await declined();
    await until('2030-01-23T23:59:59Z');
    expect((await read()).state).toBe('past_due');
    expect((await billed()).attempt_count).toBe(4);
    await until('2030-01-24T00:00:00Z');
    expect(await read()).toMatchObject({
      state: 'cancelled',
      cancelled_at: '2030-01-24T00:00:00.000Z',
    });
    expect(await billed()).toMatchObject({
      status: 'uncollectible',
      attempt_count: 5,
      due_amount_atom: 2900,
      next_payment_attempt_at: null,
    });
    expect((await told(5)).reverse()).toEqual([
      'payment_intent.created',
      'payment_intent.failed',
      'invoice.updated',
      'customer.subscription.cancelled',
      'invoice.uncollectible',
    ]);
    await until('2030-06-01T00:00:00Z');
    expect((await billed()).attempt_count).toBe(5);
  });

  test('with a card that will never be good again is charged to another one that was saved', async () => {
    const { world, until, read, billed } = await declined({
      ...card(),
      exp_month: 1,
      exp_year: 2030,
    });
    const method = await save(world);
    await until('2030-02-08T00:00:00Z');
    expect(await billed()).toMatchObject({ status: 'paid', attempt_count: 0 });
    expect(await read()).toMatchObject({ state: 'active', default_payment_method_id: method });
  });

  test.each([
    ['cancel_unpaid', 'void', 0],
    ['none', 'open', 2900],
  ])('and cancelled with %s leaves an invoice that is %s', async (option, status, due) => {
    const { world, path, until, billed } = await declined();
    await until('2030-01-08T00:00:00Z');
    await world.api('POST', `${path}/cancel`, { refund_option: option });
    await until('2030-03-01T00:00:00Z');
    expect(await billed()).toMatchObject({ status, due_amount_atom: due, attempt_count: 1 });
  });

  test('is over with once its invoice is paid by hand, or out of band', async () => {
    const { world, until, read, billed } = await declined();
    await until('2030-01-08T00:00:00Z');
    const pay = async (body: object) =>
      (await world.api('POST', `/invoices/${(await billed()).id}/pay`, body)).status;
    expect(await pay({})).toBe(402);
    expect((await billed()).attempt_count).toBe(1);
    expect(await pay({ out_of_band: true })).toBe(200);
    expect(await billed()).toMatchObject({ status: 'paid', out_of_band: true });
    expect((await read()).state).toBe('active');
  });
});
