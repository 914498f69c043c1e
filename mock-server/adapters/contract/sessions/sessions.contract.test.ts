import { expect, test } from 'vitest';
import { checkoutSessionSchema } from '../../../schemas/checkoutSession.ts';
import { asProblem, asSession, parse } from '../harness/asProblem.ts';
import { createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { z } from 'zod';

const listSchema = z.strictObject({
  data: z.array(checkoutSessionSchema),
  limit: z.int(),
  offset: z.int(),
  total: z.int(),
  has_more: z.boolean(),
});

describeTransports('checkout sessions', (transport) => {
  test('a created session has every field, with its defaults', async () => {
    const world = createWorld(transport);
    const reply = await world.api('POST', '/checkout-sessions', urls);
    expect(reply.status).toBe(201);
    const session = asSession(reply);
    const { id, secure_token: token, created_at: created } = session;
    expect(id).toMatch(/^cs_dev_[a-z0-9]{16}$/);
    expect(token).toMatch(/^cst_[\w-]{43}$/);
    const day = new Date(Date.parse(created) + 24 * 3_600_000).toISOString();
    expect(JSON.parse(reply.text)).toStrictEqual({
      id,
      object: 'checkout_session',
      account_id: world.account,
      livemode: false,
      secure_token: token,
      url: `${transport.pages()}/checkout/${token}`,
      state: 'open',
      completed: false,
      is_expired: false,
      mode: 'payment',
      customer_id: null,
      customer_email: null,
      line_items: [],
      currency: null,
      amount_subtotal_atom: 0,
      amount_discount_atom: 0,
      amount_total_atom: 0,
      coupon_id: null,
      promotion_code: null,
      ...urls,
      allowed_origins: ['https://shop.example'],
      expires_in_hours: 24,
      expires_at: day,
      card_tokenization_mode: 'direct',
      card_checkout_settings: null,
      processor_route_id: null,
      cascade_status: null,
      cascade_tiers: null,
      setup_preferences: null,
      params_for_sub: null,
      payment_intent_id: null,
      payment_method_id: null,
      invoice_id: null,
      subscription_ids: [],
      completed_at: null,
      created_at: created,
      updated_at: created,
    });
  });

  test('every field that can be given is stored and returned', async () => {
    const world = createWorld(transport);
    const given = {
      success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
      return_url: 'http://localhost:3000/cart',
      mode: 'payment',
      customer_id: 'cus_abc123',
      customer_email: 'jane@shop.example',
      expires_in_hours: 720,
      coupon_id: 'coupon_dev_abc123',
      params_for_sub: { custom_fields: { tier: 'enterprise', region: 'us-east' } },
      processor_route_id: 'proute_dev_x7k9m2n4',
      card_checkout_settings: { three_d_secure: 'automatic' },
      setup_preferences: { processors: { stripe: { capture: 'manual' } } },
    };
    const created = await world.create({
      ...given,
      custom_fields: { order_id: 'order_12345', campaign: null },
      allowed_origins: ['https://embed.example'],
      cascade_line_items: [
        { line_items: [{ price_id: 'price_standard', quantity: 2 }] },
        {
          line_items: [{ price_id: 'price_basic', quantity: 1 }],
          processor_route_id: 'proute_dev_fallback',
        },
      ],
    });
    expect(created).toMatchObject(given);
    expect(created.allowed_origins).toEqual([
      'https://embed.example',
      'https://shop.example',
      'http://localhost:3000',
    ]);
    expect(created.cascade_status).toMatchObject({ current_tier: 0, tiers_total: 3, attempts: [] });
    expect(created.cascade_tiers).toMatchObject([
      { amount_total_atom: 3420, processor_route_id: null },
      { amount_total_atom: 810, processor_route_id: 'proute_dev_fallback' },
    ]);
    expect(created).not.toHaveProperty('custom_fields');
    const expanded = await world.api(
      'GET',
      `/checkout-sessions/${created.id}?expand=custom_fields`,
    );
    expect(asSession(expanded)).toEqual({ ...created, custom_fields: { order_id: 'order_12345' } });
  });

  test('amounts come from prices, one-time and recurring together, less the discount', async () => {
    const session = await createWorld(transport).create({
      line_items: [
        { price_id: 'price_xyz', quantity: 3 },
        { price_id: 'price_pro_monthly', quantity: 1 },
      ],
      promotion_code: 'save20',
    });
    expect(session).toMatchObject({
      promotion_code: 'SAVE20',
      currency: 'usd',
      amount_subtotal_atom: 8900,
      amount_discount_atom: 1780,
      amount_total_atom: 7120,
    });
    expect(session.line_items).toMatchObject([
      { description: 'Print workshop', billing_interval: null, amount_total_atom: 4800 },
      { description: 'Pro membership', billing_interval: 'month', amount_total_atom: 2320 },
    ]);
  });

  test('lists are newest first, filtered, and say whether there is more', async () => {
    const world = createWorld(transport);
    const made = [];
    for (const customer of ['cus_abc123', null, 'cus_abc123']) {
      made.push(await world.create({ customer_id: customer }));
    }
    const ids = made.map(({ id }) => id).reverse();
    await world.api('POST', `/checkout-sessions/${ids[0] ?? ''}/expire`);
    const list = async (query: string) => {
      const { data, ...rest } = parse(
        listSchema,
        await world.api('GET', `/checkout-sessions${query}`),
      );
      return { ids: data.map(({ id }) => id), ...rest };
    };
    expect(await list('')).toEqual({ ids, limit: 20, offset: 0, total: 3, has_more: false });
    const page = { ids: [ids[1]], limit: 1, offset: 1, total: 3, has_more: true };
    expect(await list('?limit=1&offset=1')).toEqual(page);
    expect(await list('?customer_id=cus_abc123')).toMatchObject({
      ids: [ids[0], ids[2]],
      total: 2,
    });
    expect(await list('?state=open&customer_id=cus_abc123')).toMatchObject({ ids: [ids[2]] });
    expect(await list('?offset=9')).toMatchObject({ ids: [], total: 3, has_more: false });
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=1&limit=2',
    'offset=-1',
    'state=paid',
    'stat=open',
    'expand=items',
  ])('the query %s is a 400 that names the place', async (query) => {
    const reply = await createWorld(transport).api('GET', `/checkout-sessions?${query}`);
    expect(reply.status).toBe(400);
    const problem = asProblem(reply);
    expect(problem.code).toBe('invalid_query');
    expect(problem.errors?.[0]?.loc.slice(0, 2)).toEqual(['query', query.split('=')[0]]);
  });

  test('expand may be repeated and hold commas', async () => {
    const world = createWorld(transport);
    const { id } = await world.create();
    for (const query of [
      'expand=custom_fields&expand=custom_fields',
      'expand=custom_fields,custom_fields',
    ]) {
      const reply = await world.api('GET', `/checkout-sessions/${id}?${query}`);
      expect(asSession(reply).custom_fields).toEqual({});
    }
  });

  test('a session is completed out of band once, and then stays so (4: 27)', async () => {
    const world = createWorld(transport);
    const { id } = await world.create({ customer_email: 'new@shop.example' });
    const path = `/checkout-sessions/${id}/complete`;
    const first = asSession(await world.api('POST', path));
    expect(first).toMatchObject({ state: 'completed', completed: true, payment_intent_id: null });
    expect(first.completed_at).not.toBeNull();
    expect(first.customer_id).toMatch(/^cus_dev_/);
    expect(asSession(await world.api('POST', path, {}))).toEqual(first);
    const refused = await world.api('POST', `/checkout-sessions/${id}/expire`);
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'session_completed']);
  });

  test('a session is expired once, and then cannot be completed', async () => {
    const world = createWorld(transport);
    const { id } = await world.create();
    const path = `/checkout-sessions/${id}/expire`;
    const first = asSession(await world.api('POST', path));
    expect(first).toMatchObject({ state: 'expired', is_expired: true });
    expect(asSession(await world.api('POST', path))).toEqual(first);
    const refused = await world.api('POST', `/checkout-sessions/${id}/complete`);
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'session_expired']);
  });

  test('an unknown id and one of another account answer the same but for the request id (threat 31)', async () => {
    const world = createWorld(transport);
    const { id } = await createWorld(transport).create();
    const bodies = [];
    for (const unknown of [id, 'cs_dev_0000000000000000', 'cs_%00', '..%2f']) {
      const reply = await world.api('GET', `/checkout-sessions/${unknown}`);
      expect(reply.status).toBe(404);
      bodies.push(reply.text.replace(asProblem(reply).request_id, ''));
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).not.toContain(id);
  });

  test('an account id with braces around it, encoded or not, is that account', async () => {
    const world = createWorld(transport);
    const { id } = await world.create();
    const path = `/api/%7B${world.account}%7D/checkout-sessions/${id}`;
    expect(asSession(await world.send('GET', path, { key: 'st_1' })).account_id).toBe(
      world.account,
    );
  });

  test.each(['a.b', 'checkout', 'a%2Fb', 'a'.repeat(65), '%7B%7D'])(
    'the account id %s does not exist',
    async (account) => {
      const reply = await createWorld(transport).send('GET', `/api/${account}/checkout-sessions`, {
        key: 'sk_1',
      });
      expect([reply.status, asProblem(reply).code]).toEqual([404, 'not_found']);
    },
  );
});
