import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { paymentIntents } from '../../../resources/paymentIntents.ts';
import { refunds } from '../../../resources/refunds.ts';
import { subscriptions } from '../../../resources/subscriptions.ts';
import { asProblem, parse, type Reply } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const schema = answerSchema(refunds);
const list = z.object({ data: z.array(schema), total: z.int() });
const asSubscription = (reply: Reply) => parse(answerSchema(subscriptions), reply);

describeTransports('refunds and cancellation', (transport) => {
  /** A world in which 4900 was paid once, or 2900 for a month. */
  async function paid(price = 'price_premium', amount = 4900) {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-06-01T00:00:00Z' });
    const { id, secure_token: token } = await world.create({
      line_items: [{ price_id: price, quantity: 1 }],
    });
    await world.pay(token, { expected_amount_atom: amount });
    const session = await world.retrieve(id);
    const { payment_intent_id: payment_intent_id, invoice_id, subscription_ids } = session;
    const refund = (body: object) => world.api('POST', '/payments/refunds', body);
    const left = async () => {
      const path = `/payment-intents/${payment_intent_id ?? ''}`;
      const intent = parse(answerSchema(paymentIntents), await world.api('GET', path));
      return intent.amount_atom - intent.refunded_amount_atom;
    };
    const [subscription = ''] = subscription_ids;
    return { world, token, payment_intent_id, invoice_id, subscription, refund, left };
  }

  test('all of a payment goes back: pending at first, and soon succeeded', async () => {
    const { world, payment_intent_id, invoice_id, refund, left } = await paid();
    const reply = await refund({ payment_intent_id });
    expect(reply.status).toBe(201);
    const made = parse(schema, reply);
    expect(made).toMatchObject({
      object: 'refund',
      status: 'pending',
      payment_intent_id,
      invoice_id,
      amount_atom: 4900,
      currency: 'usd',
      reason: 'manual',
      refunded_out_of_band: false,
    });
    expect(await left()).toBe(0);
    await world.advance('5s');
    const path = `/payments/refunds/${made.id}`;
    expect(parse(schema, await world.api('GET', path)).status).toBe('succeeded');
    const again = asProblem(await refund({ payment_intent_id }));
    expect(again.errors?.[0]).toMatchObject({ type: 'nothing_refundable' });
    const found = await world.api(
      'GET',
      `/payments/refunds?payment_intent_id=${payment_intent_id ?? ''}`,
    );
    expect(parse(list, found)).toMatchObject({ total: 1, data: [{ id: made.id }] });
    const none = await world.api('GET', '/payments/refunds?status=failed');
    expect(parse(list, none).total).toBe(0);
  });

  test('parts go back until nothing is left', async () => {
    const { refund, invoice_id, left } = await paid();
    for (const amount_atom of [900, 1000]) {
      expect((await refund({ invoice_id, amount_atom, currency: 'usd' })).status).toBe(201);
    }
    const tooMuch = asProblem(await refund({ invoice_id, amount_atom: 3001 }));
    expect(tooMuch.errors?.[0]).toMatchObject({
      loc: ['body', 'amount_atom'],
      msg: 'Give at most 3000: no more of it can be refunded',
    });
    expect(parse(schema, await refund({ invoice_id, reason: 'duplicate' }))).toMatchObject({
      amount_atom: 3000,
      reason: 'duplicate',
    });
    expect(await left()).toBe(0);
  });

  test.each([
    [{}, ['body', 'payment_intent_id']],
    [{ payment_intent_id: 'pi_none' }, ['body', 'payment_intent_id']],
    [{ invoice_id: 'in_none' }, ['body', 'invoice_id']],
    [{ payment_intent_id: 'pi_none', invoice_id: 'yes' }, ['body', 'payment_intent_id']],
    [{ invoice_id: 'yes', amount_atom: 0 }, ['body', 'amount_atom']],
    [{ invoice_id: 'yes', amount_atom: 1.5 }, ['body', 'amount_atom']],
    [{ invoice_id: 'yes', currency: 'eur' }, ['body', 'currency']],
    [{ invoice_id: 'yes', reason: 'because' }, ['body', 'reason']],
    [{ invoice_id: 'yes', charge: 'ch_1' }, ['body', 'charge']],
  ])('%j is refused and takes nothing back', async (body, loc) => {
    const { world, invoice_id, refund, left } = await paid();
    const given =
      'invoice_id' in body && body.invoice_id === 'yes' ? { ...body, invoice_id } : body;
    const reply = await refund(given);
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, loc]);
    expect(await left()).toBe(4900);
    expect(parse(list, await world.api('GET', '/payments/refunds')).total).toBe(0);
  });

  test('an attempt that took no money, and a payment of another account, cannot be refunded', async () => {
    const { world, refund } = await paid();
    const { secure_token: token } = await world.create();
    const declined = asProblem(
      await world.pay(token, { payment_method: card('4000000000000002') }),
    );
    const reply = asProblem(await refund({ payment_intent_id: declined.payment_intent_id }));
    expect(reply.errors?.[0]?.type).toBe('not_succeeded');
    const other = await paid();
    const foreign = asProblem(await refund({ payment_intent_id: other.payment_intent_id }));
    expect(foreign.errors?.[0]?.type).toBe('unknown_payment_intent');
    expect(await other.left()).toBe(4900);
  });

  test('what was paid elsewhere goes back elsewhere', async () => {
    const { world, refund } = await paid();
    const { id } = await world.create();
    await world.api('POST', `/checkout-sessions/${id}/complete`);
    const { invoice_id } = await world.retrieve(id);
    expect(asProblem(await refund({ invoice_id })).errors?.[0]?.type).toBe('not_charged');
    const body = { invoice_id, refunded_out_of_band: true, reason: 'manual_out_of_band' };
    expect(parse(schema, await refund(body))).toMatchObject({
      status: 'succeeded',
      payment_intent_id: null,
      amount_atom: 4900,
    });
  });

  test('the same key refunds once', async () => {
    const { world, payment_intent_id, left } = await paid();
    const body = { payment_intent_id, amount_atom: 100 };
    const send = () => world.api('POST', '/payments/refunds', body, { 'idempotency-key': 'one' });
    const first = await send();
    const second = await send();
    expect([second.text, second.headers.get('idempotent-replayed')]).toEqual([first.text, 'true']);
    expect(await left()).toBe(4800);
  });

  test.each([
    [undefined, 0],
    ['none', 0],
    ['cancel_unpaid', 0],
    ['full', 2900],
    ['prorated', 1450],
  ])(
    'a subscription cancelled half-way with refund_option %s gives back %i',
    async (option, amount) => {
      const { world, subscription, payment_intent_id, left } = await paid(
        'price_pro_monthly',
        2900,
      );
      await world.advance('15d');
      const path = `/subscriptions/${subscription}`;
      const reply = await world.api(
        'POST',
        `${path}/cancel`,
        option ? { refund_option: option } : {},
      );
      expect(asSubscription(reply)).toMatchObject({
        state: 'cancelled',
        cancelled_at: '2030-06-16T00:00:00.000Z',
      });
      expect(await left()).toBe(2900 - amount);
      const given = parse(list, await world.api('GET', '/payments/refunds')).data;
      expect(given).toMatchObject(
        amount === 0
          ? []
          : [{ amount_atom: amount, payment_intent_id, reason: 'requested_by_customer' }],
      );
      const again = await world.api('POST', `${path}/cancel`, { refund_option: 'full' });
      expect(asSubscription(again)).toEqual(asSubscription(reply));
      expect(await left()).toBe(2900 - amount);
    },
  );

  test('of a bill that nobody has paid nothing goes back', async () => {
    const { world, refund } = await paid();
    const bill = { customer_id: 'cus_abc123', currency: 'usd', items: [{ amount: 1 }] };
    const { id: invoice_id } = parse(
      z.looseObject({ id: z.string() }),
      await world.api('POST', '/invoices', bill),
    );
    for (const refunded_out_of_band of [false, true]) {
      const { errors } = asProblem(await refund({ invoice_id, refunded_out_of_band }));
      expect(errors).toMatchObject([{ loc: ['body', 'invoice_id'], type: 'not_paid' }]);
    }
  });

  test('a cancellation takes an empty body, and refuses a wrong one', async () => {
    const { world, subscription } = await paid('price_pro_monthly', 2900);
    const path = `/subscriptions/${subscription}/cancel`;
    const wrong = asProblem(await world.api('POST', path, { refund_option: 'half' }));
    expect(wrong.errors?.[0]?.loc).toEqual(['body', 'refund_option']);
    expect((await world.api('POST', '/subscriptions/sub_none/cancel', {})).status).toBe(404);
    expect((await world.api('POST', path)).status).toBe(200);
    const change = { cancel_at_period_end: true };
    const late = asProblem(await world.api('PATCH', `/subscriptions/${subscription}`, change));
    expect(late.errors?.[0]?.loc).toEqual(['body', 'cancel_at_period_end']);
    const method = { default_payment_method_id: 'pm_none' };
    expect((await world.api('PATCH', `/subscriptions/${subscription}`, method)).status).toBe(422);
  });
});
