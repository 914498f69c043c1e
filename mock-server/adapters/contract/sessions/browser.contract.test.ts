import { expect, test } from 'vitest';
import { asProblem, asPublic, type Reply } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const corsHeaders = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
];

describeTransports('the browser endpoints', (transport) => {
  const answer = (reply: Reply) => [reply.status, asProblem(reply).code];
  const from = (origin: string) => ({ origin });

  test('the public view holds what a browser may know, and nothing else', async () => {
    const world = createWorld(transport);
    const session = await world.create({
      success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
      customer_id: 'cus_abc123',
      coupon_id: 'coupon_dev_abc123',
      processor_route_id: 'proute_dev_fallback',
      cascade_line_items: [{ line_items: [{ price_id: 'price_basic', quantity: 1 }] }],
    });
    const reply = await world.browser('GET', '', session.secure_token);
    const view = asPublic(reply);
    expect(JSON.parse(reply.text)).toStrictEqual({
      id: session.id,
      state: 'open',
      mode: 'payment',
      test_mode: true,
      merchant: { name: 'Alder Press', logo_url: null, primary_color: null },
      customer: { email: 'jane@example.com', name: 'Jane Smith' },
      line_items: session.line_items,
      currency: 'usd',
      amount_subtotal_atom: 4900,
      amount_discount_atom: 490,
      amount_total_atom: 4410,
      discount: {
        promotion_code: null,
        percent_off: 10,
        amount_off_atom: null,
        trial_days_off: null,
      },
      price_changed: false,
      expires_at: session.expires_at,
      server_time: view.server_time,
      success_url: `https://shop.example/thanks?session_id=${session.id}`,
      return_url: session.return_url,
      payment_methods: ['card'],
      payment: null,
    });
    expect(reply.text).not.toMatch(/proute|cascade|price_basic|cst_/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  test('a session is read in every state', async () => {
    const world = createWorld(transport);
    const done = await world.create();
    await world.pay(done.secure_token);
    const over = await world.create({ expires_in_hours: 1 });
    await world.advance('1h');
    expect((await world.read(done.secure_token)).state).toBe('completed');
    expect((await world.read(over.secure_token)).state).toBe('expired');
  });

  test('a page of the session’s origins may read it; the answer is for that origin alone', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({ allowed_origins: ['https://a.example'] });
    for (const origin of ['https://a.example', 'https://shop.example', transport.pages()]) {
      const reply = await world.browser('GET', '', token, undefined, from(origin));
      expect(reply.status).toBe(200);
      expect(corsHeaders.map((name) => reply.headers.get(name))).toEqual([
        origin,
        null,
        'X-Request-Id, Retry-After',
      ]);
      expect(reply.headers.get('vary')).toContain('Origin');
    }
    const without = await world.browser('GET', '', token);
    expect(without.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('a page of another origin is refused, and can read why', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    const others = [
      'https://evil.example',
      'null',
      'http://shop.example',
      'https://shop.example:444',
      'https://shop.example.evil.example',
    ];
    for (const origin of others) {
      const reply = await world.browser('GET', '', token, undefined, from(origin));
      expect(answer(reply)).toEqual([403, 'origin_not_allowed']);
      expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
      expect(reply.text).not.toContain(id);
    }
  });

  test('the preflight of a read is answered for any origin, without credentials', async () => {
    const world = createWorld(transport);
    const reply = await world.send('OPTIONS', '/api/checkout/session', {
      headers: {
        ...from('https://anyone.example'),
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-methods')).toBe('GET');
    expect(reply.headers.get('access-control-allow-headers')).toBe('authorization');
    expect(reply.headers.get('access-control-max-age')).toBe('7200');
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test.each([
    ['POST', '/payments'],
    ['GET', '/payments/pi_1'],
    ['POST', '/payments/pi_1/cancel'],
    ['POST', '/promotion-code'],
    ['DELETE', '/promotion-code'],
  ])('%s %s answers pages of this server only (threats 49, 50)', async (method, path) => {
    const world = createWorld(transport);
    const session = await world.create({ allowed_origins: ['https://a.example'] });
    const before = await world.retrieve(session.id);
    for (const headers of [
      from('https://a.example'),
      from('null'),
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const body = method === 'POST' ? { code: 'SAVE20' } : undefined;
      const reply = await world.browser(method, path, session.secure_token, body, headers);
      expect(answer(reply)).toEqual([403, 'origin_not_allowed']);
      expect(corsHeaders.filter((name) => reply.headers.has(name))).toEqual([]);
    }
    expect(await world.retrieve(session.id)).toEqual(before);
  });

  test('a payment from a page of this server is taken', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const own = { ...from(transport.pages()), 'sec-fetch-site': 'same-origin' };
    expect((await world.pay(token, {}, own)).status).toBe(200);
  });

  test('only the whole token opens a session, and every other text is refused alike (threat 31)', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token, url } = await world.create();
    const bodies = [];
    const wrong = [id, token.slice(0, -1), `${token}A`, token.toUpperCase(), 'cst_', 'pk_test_1'];
    for (const text of [...wrong, url]) {
      const reply = await world.browser('GET', '', text);
      expect(answer(reply)).toEqual([401, 'token_rejected']);
      bodies.push(reply.text.replace(asProblem(reply).request_id, ''));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  test('a secret key in a browser is told to be revoked, and no token is a 401', async () => {
    const world = createWorld(transport);
    const reply = await world.browser('GET', '', 'sk_live_1', undefined, from('https://a.example'));
    expect(answer(reply)).toEqual([401, 'token_rejected']);
    expect(asProblem(reply).detail).toContain('secret key; never send it to a browser');
    expect(reply.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(answer(await world.send('GET', '/api/checkout/session'))).toEqual([
      401,
      'unauthenticated',
    ]);
  });

  test('a promotion code takes the place of the discount, and gives it back', async () => {
    const world = createWorld(transport);
    const made = await world.create({ coupon_id: 'coupon_dev_abc123' });
    const token = made.secure_token;
    const apply = (code: string) => world.browser('POST', '/promotion-code', token, { code });
    const applied = asPublic(await apply(' save20 '));
    expect(applied).toMatchObject({
      amount_discount_atom: 980,
      amount_total_atom: 3920,
      discount: { promotion_code: 'SAVE20', percent_off: 20 },
    });
    expect((await world.retrieve(made.id)).promotion_code).toBe('SAVE20');
    expect(answer(await world.pay(token))).toEqual([409, 'amount_changed']);
    const removed = asPublic(await world.browser('DELETE', '/promotion-code', token));
    expect(removed).toMatchObject({ amount_total_atom: 4410, discount: { promotion_code: null } });
    await apply('SAVE20');
    expect((await world.pay(token, { expected_amount_atom: 3920 })).status).toBe(200);
    expect(answer(await apply('SAVE20'))).toEqual([409, 'session_completed']);
  });

  test('a promotion code that does not help is refused with its reason', async () => {
    const world = createWorld(transport);
    const full = await world.create();
    const empty = await world.create({ line_items: [] });
    for (const [session, code, reason] of [
      [full, 'NOPE', 'invalid'],
      [full, '__proto__', 'invalid'],
      [empty, 'SAVE20', 'not_applicable'],
    ] as const) {
      const reply = await world.browser('POST', '/promotion-code', session.secure_token, { code });
      expect(answer(reply)).toEqual([422, 'promotion_code_rejected']);
      expect(asProblem(reply).reason).toBe(reason);
    }
  });

  test('no change is possible once the session has expired', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({ expires_in_hours: 1 });
    await world.advance('1h');
    const gone = [410, 'session_expired'];
    expect(
      answer(await world.browser('POST', '/promotion-code', token, { code: 'SAVE20' })),
    ).toEqual(gone);
    expect(answer(await world.browser('DELETE', '/promotion-code', token))).toEqual(gone);
    expect(answer(await world.pay(token))).toEqual(gone);
  });

  test('no answer ever holds a card number or a security code', async () => {
    const world = createWorld(transport);
    for (const number of ['4242424242424242', '4000000000000002', '4000000000003220']) {
      const { id, secure_token: token } = await world.create();
      const payment_method = { ...card(number), cvc: '987' };
      const replies = [
        await world.pay(token, { payment_method }),
        await world.browser('GET', '', token),
        await world.api('GET', `/checkout-sessions/${id}`),
      ];
      // Quoted: random ids may hold any three letters.
      for (const { text } of replies) {
        for (const kept of [number, '"987"', '"cvc"']) expect(text).not.toContain(kept);
      }
    }
  });

  test('who pays is told while there is a form to fill in, and not afterwards', async () => {
    const world = createWorld(transport);
    const customer = { email: 'jane@example.com', name: 'Jane Smith' };
    const { secure_token: token } = await world.create({ customer_id: 'cus_abc123' });
    expect((await world.read(token)).customer).toEqual(customer);
    const late = await world.create({ customer_email: 'sam@shop.example' });
    expect((await world.read(late.secure_token)).customer?.email).toBe('sam@shop.example');
    await world.pay(token);
    await world.api('POST', `/checkout-sessions/${late.id}/expire`);
    for (const ended of [token, late.secure_token]) {
      const reply = await world.browser('GET', '', ended);
      expect(asPublic(reply).customer).toBeNull();
      expect(reply.text).not.toMatch(/jane|sam@/i);
    }
  });
});
