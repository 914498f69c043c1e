import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { paymentIntents } from '../../../resources/paymentIntents.ts';
import { paymentMethods } from '../../../resources/paymentMethods.ts';
import { parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const intents = z.object({ data: z.array(answerSchema(paymentIntents)), total: z.int() });
const methods = z.object({ data: z.array(answerSchema(paymentMethods)), total: z.int() });

describeTransports('records of payments', (transport) => {
  test('each attempt is a payment intent, and the one that paid leaves a payment method', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    await world.pay(token, { payment_method: card('4000000000000002') });
    await world.pay(token);
    const session = await world.retrieve(id);
    const list = parse(intents, await world.api('GET', '/payment-intents'));
    expect(list).toMatchObject({
      total: 2,
      data: [
        {
          id: session.payment_intent_id,
          checkout_session_id: id,
          status: 'succeeded',
          amount_atom: 4900,
          currency: 'usd',
          customer_id: session.customer_id,
          payment_method_id: session.payment_method_id,
          card: { brand: 'visa', last4: '4242' },
          decline_code: null,
        },
        { status: 'failed', payment_method_id: null, decline_code: 'generic_decline' },
      ],
    });
    const [paid] = list.data;
    const one = await world.api('GET', `/payment-intents/${paid?.id ?? ''}`);
    expect(parse(answerSchema(paymentIntents), one)).toEqual(paid);
    const method = await world.api('GET', `/payment-methods/${session.payment_method_id ?? ''}`);
    expect(parse(answerSchema(paymentMethods), method)).toMatchObject({
      type: 'card',
      customer_id: null,
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2099 },
    });
    expect(method.text + one.text).not.toContain('4242424242424242');
  });

  test('lists are narrowed by session, status and customer', async () => {
    const world = createWorld(transport);
    const customer = { customer_id: 'cus_abc123' };
    const [first, second] = [await world.create(customer), await world.create()];
    await world.pay(first.secure_token, { save_payment_method: true });
    await world.pay(second.secure_token, { payment_method: card('4000000000000077') });
    const found = async (query: string) => {
      const { data } = parse(intents, await world.api('GET', `/payment-intents?${query}`));
      return data.map(({ checkout_session_id: of }) => of);
    };
    expect(await found(`checkout_session_id=${first.id}`)).toEqual([first.id]);
    expect(await found('status=processing')).toEqual([second.id]);
    expect(await found('customer_id=cus_abc123')).toEqual([first.id]);
    const mine = await world.api('GET', '/payment-methods?customer_id=cus_abc123');
    expect(parse(methods, mine)).toMatchObject({ total: 1, data: [customer] });
    const none = await world.api('GET', '/payment-methods?customer_id=cus_none');
    expect(parse(methods, none).total).toBe(0);
  });

  test('saving a card takes no money, so it is a payment method and no payment intent', async () => {
    const world = createWorld(transport);
    const setup = { mode: 'setup', line_items: [], customer_id: 'cus_abc123' };
    const { secure_token: token } = await world.create(setup);
    const paid = await world.pay(token, { expected_amount_atom: 0 });
    const { payment_intent_id: attempt } = parse(
      z.looseObject({ payment_intent_id: z.string().nullable() }),
      paid,
    );
    expect(parse(intents, await world.api('GET', '/payment-intents')).total).toBe(0);
    expect((await world.api('GET', `/payment-intents/${String(attempt)}`)).status).toBe(404);
    expect(parse(methods, await world.api('GET', '/payment-methods')).total).toBe(1);
  });

  test('paying makes them: they cannot be made, changed or deleted', async () => {
    const world = createWorld(transport);
    for (const path of ['/payment-intents', '/payment-methods']) {
      for (const [method, at] of [
        ['POST', path],
        ['PATCH', `${path}/x`],
        ['DELETE', `${path}/x`],
      ] as const) {
        const reply = await world.api(method, at, method === 'DELETE' ? undefined : {});
        expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      }
    }
  });
});
