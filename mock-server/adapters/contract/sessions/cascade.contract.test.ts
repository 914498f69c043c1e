import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { paymentIntents } from '../../../resources/paymentIntents.ts';
import { asPayment, asProblem, asPublic, asSession, parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const line = (price: string) => [{ price_id: price, quantity: 1 }];
const tier = (price: string, route: string | null = null) => ({
  line_items: line(price),
  processor_route_id: route,
});

/** As in the guide: 49.00, then 19.00, then 9.00 on another route. */
const falling = {
  line_items: line('price_premium'),
  cascade_line_items: [tier('price_standard'), tier('price_basic', 'proute_dev_fallback')],
};
const rising = {
  line_items: line('price_basic'),
  cascade_line_items: [tier('price_xyz'), tier('price_standard')],
};

const [stripe, airwallex] = ['proc_dev_stripe', 'proc_dev_airwallex'];
const declines = { payment_method: card('4000000000000002') };
const poor = { payment_method: card('4000000000009995') };
const secondOnly = { payment_method: card('4000000000009987') };

describeTransports('processor routes and cascades', (transport) => {
  type World = ReturnType<typeof createWorld>;

  async function attemptsOf(world: World, id: string) {
    const { cascade_status: status } = await world.retrieve(id);
    return status?.attempts.map(({ tier: at, processor_id: processor, outcome }) => [
      at,
      processor,
      outcome,
    ]);
  }
  const intents = z.object({ data: z.array(answerSchema(paymentIntents)) });
  const processorsOf = async (world: World) => {
    const { data } = parse(intents, await world.api('GET', '/payment-intents'));
    return data[0]?.attempts.map(({ processor_id: id, outcome }) => [id, outcome]);
  };

  test.each([
    ['no route of its own', {}, [stripe, airwallex]],
    ['a route', { processor_route_id: 'proute_dev_fallback' }, [airwallex, stripe]],
  ])(
    'with %s, a card that the first processor declines is taken by the next',
    async (_, body, order) => {
      const world = createWorld(transport);
      const { secure_token: token } = await world.create(body);
      expect(asPayment(await world.pay(token, secondOnly)).status).toBe('completed');
      expect(await processorsOf(world)).toEqual([
        [order[0], 'declined'],
        [order[1], 'succeeded'],
      ]);
    },
  );

  test.each([
    ['takes no such currency', { currencies: ['eur'] }],
    ['is unavailable', { available: false }],
  ])('a processor that %s is skipped', async (_name, change) => {
    const world = createWorld(transport);
    await world.api('PATCH', `/processors/${stripe}`, change);
    const { secure_token: token } = await world.create();
    expect((await world.pay(token, secondOnly)).status).toBe(402);
    expect(asPayment(await world.pay(token)).status).toBe('completed');
    expect(await processorsOf(world)).toEqual([[airwallex, 'succeeded']]);
  });

  test('without any processor that could be asked, nothing is charged', async () => {
    const world = createWorld(transport);
    for (const id of [stripe, airwallex]) {
      await world.api('PATCH', `/processors/${id}`, { available: false });
    }
    const { id, secure_token: token } = await world.create();
    const problem = asProblem(await world.pay(token));
    expect(problem).toMatchObject({ status: 402, decline_code: 'no_processor_available' });
    expect((await world.retrieve(id)).state).toBe('open');
  });

  test('when all of a tier decline, the next is charged unasked, and everything says so', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(falling);
    const paid = asPayment(await world.pay(token, poor));
    expect(paid).toMatchObject({
      status: 'completed',
      session: { price_changed: true, amount_total_atom: 900 },
    });
    const session = await world.retrieve(id);
    expect(session).toMatchObject({
      state: 'completed',
      amount_total_atom: 900,
      line_items: [{ price_id: 'price_basic' }],
      cascade_status: { current_tier: 2, tiers_total: 3 },
      cascade_tiers: [{ amount_total_atom: 1900 }, { amount_total_atom: 900 }],
    });
    expect(await attemptsOf(world, id)).toEqual([
      [0, stripe, 'declined'],
      [0, airwallex, 'declined'],
      [1, stripe, 'declined'],
      [1, airwallex, 'declined'],
      [2, airwallex, 'succeeded'],
    ]);
    const path = `/payment-intents/${session.payment_intent_id ?? ''}`;
    const intent = parse(answerSchema(paymentIntents), await world.api('GET', path));
    expect(intent).toMatchObject({ status: 'succeeded', amount_atom: 900, decline_code: null });
  });

  test('a tier that costs nothing asks for no card: the order is given away', async () => {
    const world = createWorld(transport);
    const free = { product_id: 'prod_basic', currency: 'usd', unit_amount_atom: 0 };
    const price = parse(
      z.looseObject({ id: z.string() }),
      await world.api('POST', '/prices', free),
    );
    const tiers = { ...falling, cascade_line_items: [tier(price.id), tier('price_basic')] };
    const { id, secure_token: token } = await world.create(tiers);
    const reply = asPayment(await world.pay(token, declines));
    expect(reply).toMatchObject({ payment_intent_id: null, status: 'completed' });
    const session = await world.retrieve(id);
    expect(session).toMatchObject({
      state: 'completed',
      amount_total_atom: 0,
      payment_intent_id: null,
      cascade_status: { current_tier: 1, first_tier: { amount_total_atom: 4900 } },
    });
    const invoice = await world.api('GET', `/invoices/${session.invoice_id ?? ''}`);
    expect(parse(z.looseObject({}), invoice)).toMatchObject({
      status: 'paid',
      out_of_band: false,
      total_amount_atom: 0,
    });
    expect(await attemptsOf(world, id)).toEqual([
      [0, stripe, 'declined'],
      [0, airwallex, 'declined'],
    ]);
  });

  test('when every tier declines, the shopper sees the first order and no other price', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(falling);
    const before = await world.read(token);
    const reply = await world.pay(token, declines);
    expect(asProblem(reply)).toMatchObject({ status: 402, session: { price_changed: false } });
    expect(reply.text).not.toMatch(/cascade|tier|proc_|proute_|price_basic/);
    const after = { ...(await world.read(token)), server_time: before.server_time };
    expect(after).toEqual(before);
    expect(await attemptsOf(world, id)).toHaveLength(6);
    expect((await world.retrieve(id)).cascade_status?.current_tier).toBe(0);
    expect(asPayment(await world.pay(token)).session.amount_total_atom).toBe(4900);
  });

  test('a dearer tier is offered and charged only when the shopper agrees', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(rising);
    const asked = asPayment(await world.pay(token, { ...declines, expected_amount_atom: 900 }));
    expect(asked).toMatchObject({
      status: 'requires_confirmation',
      decline_code: 'generic_decline',
      session: { state: 'open', price_changed: true, amount_total_atom: 2000, payment: null },
    });
    const path = `/payments/${asked.payment_intent_id ?? ''}`;
    expect(asPayment(await world.browser('GET', path, token)).status).toBe('requires_confirmation');
    expect(await world.retrieve(id)).toMatchObject({
      state: 'open',
      payment_intent_id: null,
      cascade_status: { current_tier: 1 },
    });
    const old = await world.pay(token, { expected_amount_atom: 900 });
    expect(asProblem(old).code).toBe('amount_changed');
    const paid = asPayment(await world.pay(token, { ...secondOnly, expected_amount_atom: 2000 }));
    expect(paid).toMatchObject({ status: 'completed', session: { amount_total_atom: 2000 } });
    expect(await attemptsOf(world, id)).toEqual([
      [0, stripe, 'declined'],
      [0, airwallex, 'declined'],
      [1, stripe, 'declined'],
      [1, airwallex, 'succeeded'],
    ]);
  });

  test('once the shopper has agreed to more, a cheaper tier is taken unasked', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(rising);
    await world.pay(token, { ...declines, expected_amount_atom: 900 });
    const reply = await world.pay(token, { ...declines, expected_amount_atom: 2000 });
    expect(asProblem(reply).session).toMatchObject({
      amount_total_atom: 2000,
      price_changed: true,
    });
    expect((await attemptsOf(world, id))?.slice(2).map(([at]) => at)).toEqual([1, 1, 2, 2]);
  });

  test('who prefers another card goes back to the first price', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({ ...rising, promotion_code: 'SAVE20' });
    const asked = asPayment(await world.pay(token, { ...declines, expected_amount_atom: 720 }));
    expect(asked.session).toMatchObject({ amount_total_atom: 1600 });
    const back = asPublic(await world.browser('DELETE', '/price-change', token));
    expect(back).toMatchObject({ amount_total_atom: 720, price_changed: false });
    expect(asPublic(await world.browser('DELETE', '/price-change', token))).toMatchObject({
      amount_total_atom: 720,
    });
    const paid = asPayment(await world.pay(token, { expected_amount_atom: 720 }));
    expect(paid.status).toBe('completed');
    expect((await world.retrieve(id)).line_items[0]?.price_id).toBe('price_basic');
    const late = asProblem(await world.browser('DELETE', '/price-change', token));
    expect([late.status, late.code]).toEqual([409, 'session_completed']);
  });

  test('a tier that recurs more than was agreed is asked for, even when less is due now', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({
      line_items: line('price_premium'),
      cascade_line_items: [tier('price_pro_monthly')],
    });
    const asked = asPayment(await world.pay(token, declines));
    expect(asked).toMatchObject({
      status: 'requires_confirmation',
      session: { amount_total_atom: 2900 },
    });
  });

  test('a promotion code changes what every tier costs', async () => {
    const world = createWorld(transport);
    const created = await world.create(falling);
    expect(created.cascade_tiers?.map(({ amount_total_atom: total }) => total)).toEqual([
      1900, 900,
    ]);
    await world.browser('POST', '/promotion-code', created.secure_token, { code: 'save20' });
    const { amount_total_atom: total, cascade_tiers: tiers } = await world.retrieve(created.id);
    expect([total, ...(tiers ?? []).map((one) => one.amount_total_atom)]).toEqual([
      3920, 1520, 720,
    ]);
  });

  test('a discount that gives nothing on a tier is neither shown nor counted there', async () => {
    const world = createWorld(transport);
    const trial = await world.api('POST', '/coupons', { trial_days_off: 14 });
    const coupon_id = parse(z.looseObject({ id: z.string() }), trial).id;
    const { id, secure_token: token } = await world.create({
      line_items: line('price_pro_monthly'),
      cascade_line_items: [tier('price_basic')],
      coupon_id,
    });
    expect((await world.read(token)).discount).toMatchObject({ trial_days_off: 14 });
    const asked = asPayment(await world.pay(token, { ...declines, expected_amount_atom: 0 }));
    expect(asked).toMatchObject({
      status: 'requires_confirmation',
      session: { amount_total_atom: 900, discount: null },
    });
    await world.pay(token, { expected_amount_atom: 900 });
    expect((await world.retrieve(id)).subscription_ids).toEqual([]);
    const coupon = await world.api('GET', `/coupons/${coupon_id}`);
    expect(coupon.text).toContain('"times_redeemed":0');
  });

  test('a challenge on a fallback tier is about its price; given up, the first order is back', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({
      ...falling,
      card_checkout_settings: { three_d_secure: 'required' },
    });
    const payment = asPayment(await world.pay(token, poor));
    expect(payment).toMatchObject({
      status: 'requires_action',
      session: { state: 'processing', amount_total_atom: 900 },
    });
    expect((await attemptsOf(world, id))?.at(-1)).toEqual([2, airwallex, 'requires_action']);
    const path = `/payments/${payment.payment_intent_id ?? ''}/cancel`;
    expect(asPayment(await world.browser('POST', path, token)).session).toMatchObject({
      state: 'open',
      amount_total_atom: 4900,
      price_changed: false,
    });
    expect((await attemptsOf(world, id))?.at(-1)).toEqual([2, airwallex, 'canceled']);
  });

  test('a route or price of the first order stays in use while a tier has taken its place', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create(rising);
    await world.pay(token, { ...declines, expected_amount_atom: 900 });
    expect((await world.api('DELETE', '/prices/price_basic')).status).toBe(409);
  });

  test('a bank that asks at a cheaper tier asks for its price', async () => {
    const world = createWorld(transport);
    const settings = { card_checkout_settings: { three_d_secure: 'required' } };
    const { secure_token: token } = await world.create({ ...falling, ...settings });
    const waiting = asPayment(await world.pay(token, poor));
    expect(waiting).toMatchObject({
      status: 'requires_action',
      session: { amount_total_atom: 900 },
    });
    const path = `/payment-intents/${waiting.payment_intent_id ?? ''}`;
    const intent = parse(answerSchema(paymentIntents), await world.api('GET', path));
    expect(intent).toMatchObject({ status: 'requires_action', amount_atom: 900 });
  });

  test('what recurs is charged again where its tier was', async () => {
    const world = createWorld(transport);
    const terms = { product_id: 'prod_pro', currency: 'usd', unit_amount_atom: 900 };
    const made = await world.api('POST', '/prices', {
      ...{ ...terms, price_type: 'recurring', billing_interval: 'month' },
    });
    const { id: cheaper } = parse(z.looseObject({ id: z.string() }), made);
    const { secure_token: token } = await world.create({
      line_items: line('price_pro_monthly'),
      cascade_line_items: [tier(cheaper, 'proute_dev_fallback')],
    });
    await world.pay(token, { ...poor, expected_amount_atom: 2900 });
    await world.advance('32d');
    expect(await processorsOf(world)).toEqual([[airwallex, 'succeeded']]);
  });

  test('a discount that came later is there at the first price, too', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create(rising);
    await world.pay(token, { ...declines, expected_amount_atom: 900 });
    await world.browser('POST', '/promotion-code', token, { code: 'SAVE20' });
    const back = asPublic(await world.browser('DELETE', '/price-change', token));
    expect(back).toMatchObject({ amount_total_atom: 720, price_changed: false });
  });

  test('the list of sessions shows the same attempts', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(falling);
    await world.pay(token, poor);
    const listed = parse(
      z.object({ data: z.array(z.unknown()) }),
      await world.api('GET', '/checkout-sessions'),
    );
    const one = await world.api('GET', `/checkout-sessions/${id}`);
    expect(listed.data).toEqual([JSON.parse(one.text)]);
    expect(asSession(one).cascade_status?.attempts).toHaveLength(5);
  });
});
