import { expect, test } from 'vitest';
import { asProblem, asSession } from '../harness/asProblem.ts';
import { createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const line = { price_id: 'price_basic', quantity: 1 };

/** Nested deeper than anything that is kept. */
const deep: unknown = JSON.parse('['.repeat(40) + ']'.repeat(40));

/** A change to a good body, and where the answer says it is wrong. */
const broken: readonly (readonly [object, (string | number)[]])[] = [
  [{ success_url: undefined }, ['success_url']],
  [{ return_url: 'ftp://shop.example/' }, ['return_url']],
  [{ success_url: 'http://shop.example/' }, ['success_url']],
  [{ success_url: 'javascript:alert(1)' }, ['success_url']],
  [{ success_url: 'https://u:p@shop.example/' }, ['success_url']],
  [{ success_url: '/thanks' }, ['success_url']],
  [{ mode: 'subscription' }, ['mode']],
  [{ mode: 'setup', line_items: [line] }, ['line_items']],
  [{ mode: 'setup', coupon_id: 'coupon_dev_abc123' }, ['coupon_id']],
  [{ customer_id: 'cus_none' }, ['customer_id']],
  [{ customer_email: 'nobody' }, ['customer_email']],
  [{ expires_in_hours: 0 }, ['expires_in_hours']],
  [{ expires_in_hours: 721 }, ['expires_in_hours']],
  [{ expires_in_hours: 1.5 }, ['expires_in_hours']],
  [{ line_items: [{ price_id: 'price_none', quantity: 1 }] }, ['line_items', 0, 'price_id']],
  [{ line_items: [line, { ...line, quantity: 0 }] }, ['line_items', 1, 'quantity']],
  [{ line_items: [{ ...line, quantity: 1_000_000 }] }, ['line_items', 0, 'quantity']],
  [{ line_items: [{ ...line, quantity: '1' }] }, ['line_items', 0, 'quantity']],
  [{ line_items: [{ ...line, colour: 'red' }] }, ['line_items', 0, 'colour']],
  [
    { line_items: Array(30).fill({ price_id: 'price_premium', quantity: 999_999 }) },
    ['line_items'],
  ],
  [{ coupon_id: 'coupon_none' }, ['coupon_id']],
  [{ coupon_id: 'coupon_dev_abc123', line_items: [] }, ['coupon_id']],
  [{ promotion_code: 'NONE' }, ['promotion_code']],
  [{ promotion_code: 'SAVE20', coupon_id: 'coupon_dev_abc123' }, ['promotion_code']],
  [{ custom_fields: { colour: 'red' } }, ['custom_fields', 'colour']],
  [{ custom_fields: { tier: 'gold' } }, ['custom_fields', 'tier']],
  [{ custom_fields: { order_id: 7 } }, ['custom_fields', 'order_id']],
  [{ custom_fields: { order_id: 'x'.repeat(501) } }, ['custom_fields', 'order_id']],
  [{ params_for_sub: { trial_days: 3 } }, ['params_for_sub', 'trial_days']],
  [
    { params_for_sub: { custom_fields: { order_id: 'x' } } },
    ['params_for_sub', 'custom_fields', 'order_id'],
  ],
  [{ processor_route_id: 'proute_none' }, ['processor_route_id']],
  [{ cascade_line_items: [] }, ['cascade_line_items']],
  [{ cascade_line_items: [{ line_items: [] }] }, ['cascade_line_items', 0, 'line_items']],
  [
    { cascade_line_items: [{ line_items: [line], processor_route_id: 'proute_none' }] },
    ['cascade_line_items', 0, 'processor_route_id'],
  ],
  [
    { cascade_line_items: [{ line_items: [{ price_id: 'price_none', quantity: 1 }] }] },
    ['cascade_line_items', 0, 'line_items', 0, 'price_id'],
  ],
  [
    { card_checkout_settings: { three_d_secure: 'always' } },
    ['card_checkout_settings', 'three_d_secure'],
  ],
  [{ setup_preferences: {} }, ['setup_preferences', 'processors']],
  [{ setup_preferences: { processors: { a: deep } } }, ['setup_preferences', 'processors']],
  [{ allowed_origins: ['*'] }, ['allowed_origins', 0]],
  [{ allowed_origins: ['null'] }, ['allowed_origins', 0]],
  [{ allowed_origins: ['https://a.example', 'https://b.example/'] }, ['allowed_origins', 1]],
  [{ allowed_origins: ['http://a.example'] }, ['allowed_origins', 0]],
  [{ allowed_origins: Array(21).fill('https://a.example') }, ['allowed_origins']],
  [{ amount_total_atom: 1 }, ['amount_total_atom']],
];

describeTransports('refusals', (transport) => {
  test.each(broken)('a session with %j is a 422 that names the place', async (change, place) => {
    const world = createWorld(transport);
    const body = { line_items: [line], ...urls, ...change };
    const reply = await world.api('POST', '/checkout-sessions', body);
    expect(reply.status).toBe(422);
    const problem = asProblem(reply);
    expect(problem.code).toBe('validation_failed');
    expect(problem.errors?.map(({ loc }) => loc)).toContainEqual(['body', ...place]);
    expect((await world.api('GET', '/checkout-sessions')).text).toContain('"total":0');
  });

  test('every fault of a body is reported at once', async () => {
    const body = {
      ...urls,
      customer_id: 'cus_none',
      processor_route_id: 'x',
      custom_fields: { a: 1 },
    };
    const reply = await createWorld(transport).api('POST', '/checkout-sessions', body);
    expect(asProblem(reply).errors).toHaveLength(3);
    expect(asProblem(reply).detail).toContain('2 more in errors');
  });

  test.each([
    [{ successUrl: 'https://shop.example/' }, 'successUrl: This field is not known. Perhaps you'],
    [{ ...urls, mode: 'subscription' }, 'mode: Give "payment", also for what recurs, or "setup".'],
    [
      { ...urls, line_items: [{ price_id: 'prod_basic', quantity: 1 }] },
      'line_items.0.price_id: This is a product: give the id of one of its prices.',
    ],
    [{ ...urls, coupon_id: 'SAVE20' }, 'coupon_id: This is a promotion code: give it as promotion'],
  ])('the usual mistakes are told what was meant: %j', async (body, words) => {
    const reply = await createWorld(transport).api('POST', '/checkout-sessions', body);
    expect(asProblem(reply).detail).toContain(words);
  });

  test.each([
    [{ ...urls, promotion_code: 'SAVE20', coupon_id: 'coupon_dev_abc123' }, 'not_allowed'],
    [{ ...urls, success_url: 'https://shop.example/thank you' }, 'invalid_value'],
    [{ success_url: urls.success_url }, 'missing'],
  ])('a program is told the kind of a fault: %j', async (body, type) => {
    const reply = await createWorld(transport).api('POST', '/checkout-sessions', body);
    expect(asProblem(reply).errors).toMatchObject([{ type }]);
  });

  test('of thousands of faults the first hundred are reported', async () => {
    const keys = Array.from({ length: 3000 }, (_, at) => [`key${String(at)}`, 'x']);
    const body = { ...urls, custom_fields: Object.fromEntries(keys) as object };
    const { errors } = asProblem(
      await createWorld(transport).api('POST', '/checkout-sessions', body),
    );
    expect(errors).toHaveLength(100);
  });

  test.each([
    ['no key', undefined, 401, 'unauthenticated'],
    ['an unknown kind of key', 'xx_123', 401, 'unauthenticated'],
    ['a key with other characters', 'sk_te$t', 401, 'unauthenticated'],
    ['a key that is too long', `sk_${'a'.repeat(129)}`, 401, 'unauthenticated'],
    ['a secure token', 'cst_123', 401, 'unauthenticated'],
    ['a publishable key', 'pk_test_1', 403, 'secret_key_required'],
    ['a documented publishable key', 'pt_1', 403, 'secret_key_required'],
  ])('%s opens no account', async (_name, key, status, code) => {
    const world = createWorld(transport);
    const path = `/api/${world.account}/checkout-sessions`;
    const reply = await world.send('POST', path, { key, body: urls });
    expect([reply.status, asProblem(reply).code]).toEqual([status, code]);
    expect(reply.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
    if (key !== undefined) expect(reply.text).not.toContain(key);
  });

  test.each(['sk_live_...', 'st_1', 'sk_a-b.c_d'])(
    'the secret key %s opens any account',
    async (key) => {
      const world = createWorld(transport);
      const path = `/api/${world.account}/checkout-sessions`;
      expect((await world.send('GET', path, { key })).status).toBe(200);
    },
  );

  test('a body that is not JSON is a 400 that does not repeat it', async () => {
    const world = createWorld(transport);
    for (const body of ['{"success_url": "https://secret.example', '', '[1,', '\u0000']) {
      const reply = await world.api('POST', '/checkout-sessions', body);
      expect([reply.status, asProblem(reply).code]).toEqual([400, 'invalid_json']);
      expect(reply.text).not.toContain('secret.example');
    }
  });

  test.each(['null', '[]', '"text"', '7'])('a body that is %s is a 422', async (body) => {
    const reply = await createWorld(transport).api('POST', '/checkout-sessions', body);
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, ['body']]);
  });

  test('a body that is nested more deeply than any can follow is refused wherever it is', async () => {
    const world = createWorld(transport);
    const required = JSON.stringify(urls).slice(0, -1);
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const body of [
      deep,
      `${required},"setup_preferences":{"processors":{"a":${deep}}}}`,
      `${required},"custom_fields":{"order_id":${deep}}}`,
      `${required},"line_items":${deep}}`,
      `${required},"extra":${deep}}`,
    ]) {
      expect(asProblem(await world.api('POST', '/checkout-sessions', body)).status).toBe(422);
    }
  });

  test('a body of another type is a 415', async () => {
    const world = createWorld(transport);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const reply = await world.api('POST', '/checkout-sessions', JSON.stringify(urls), {
        'content-type': type,
      });
      expect([reply.status, asProblem(reply).code]).toEqual([415, 'unsupported_media_type']);
    }
    const typed = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect(
      (await world.api('POST', '/checkout-sessions', JSON.stringify(urls), typed)).status,
    ).toBe(201);
  });

  test('a body that is encoded is a 415 that asks for it as it is', async () => {
    const world = createWorld(transport);
    const send = (encoding: string) =>
      world.api('POST', '/checkout-sessions', JSON.stringify(urls), {
        'content-encoding': encoding,
      });
    const reply = await send('gzip');
    expect([reply.status, asProblem(reply).code]).toEqual([415, 'unsupported_media_type']);
    expect(reply.headers.get('accept-encoding')).toBe('identity');
    expect((await send('identity')).status).toBe(201);
  });

  test('a body of letters that take two bytes each is measured in bytes', async () => {
    const world = createWorld(transport);
    const reply = await world.api('POST', '/customers', `{"name":"${'é'.repeat(132 * 1024)}"}`);
    expect([reply.status, asProblem(reply).code]).toEqual([413, 'body_too_large']);
  });

  test('a body above 256 kB is a 413, one of exactly 256 kB is read', async () => {
    const world = createWorld(transport);
    const fill = (size: number): string => {
      const body = JSON.stringify(urls);
      return body + ' '.repeat(size - body.length);
    };
    expect(asSession(await world.api('POST', '/checkout-sessions', fill(256 * 1024))).state).toBe(
      'open',
    );
    const reply = await world.api('POST', '/checkout-sessions', fill(256 * 1024 + 1));
    expect([reply.status, asProblem(reply).code]).toEqual([413, 'body_too_large']);
  });

  test('a method that a path does not have is a 405 that allows the others', async () => {
    const world = createWorld(transport);
    const account = `/api/${world.account}/checkout-sessions`;
    for (const [method, path, allow] of [
      ['DELETE', account, 'POST, GET, HEAD'],
      ['PUT', `${account}/cs_1`, 'GET, HEAD'],
      ['GET', `${account}/cs_1/complete`, 'POST'],
      ['PATCH', '/api/checkout/session', 'OPTIONS, GET, HEAD'],
      ['OPTIONS', '/api/checkout/session/payments', 'POST'],
      ['POST', '/_mock', 'GET, HEAD'],
    ] as const) {
      const reply = await world.send(method, path);
      expect([reply.status, asProblem(reply).code]).toEqual([405, 'method_not_allowed']);
      expect(reply.headers.get('allow')).toBe(allow);
      expect(reply.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  test('HEAD is GET without the body', async () => {
    const world = createWorld(transport);
    const path = `/api/${world.account}/checkout-sessions`;
    const reply = await world.send('HEAD', path, { key: 'sk_1' });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect(reply.headers.get('content-type')).toBe('application/json');
    // How long it would be is not known, and 0 would be wrong.
    expect(reply.headers.has('content-length')).toBe(false);
    expect((await world.send('HEAD', path)).status).toBe(401);
  });

  test('a slash at the end of a path makes no difference', async () => {
    const world = createWorld(transport);
    const path = `/api/${world.account}/checkout-sessions/`;
    expect((await world.send('GET', path, { key: 'sk_1' })).status).toBe(200);
    expect((await world.send('GET', '/_mock/')).status).toBe(200);
  });

  test.each([
    ['an API path', ['/api/checkout/sessions', '/api/acc/nothing', '/_mock/nothing']],
    ['any other path', ['/api', '/checkout', '/v1/x']],
  ])('%s that there is not is a 404', async (_name, paths) => {
    const world = createWorld(transport);
    for (const path of paths) {
      const reply = await world.send('GET', path, { key: 'sk_1' });
      expect([reply.status, asProblem(reply).code]).toEqual([404, 'not_found']);
    }
  });

  test('a path that is nearly right is told which one is, and none of what it held', async () => {
    const path = '/api/checkout_sessions/cst_secret/expire';
    const reply = await createWorld(transport).send('POST', path, { key: 'sk_1' });
    expect([reply.status, asProblem(reply).detail]).toEqual([
      404,
      'There is no such path here. Perhaps you mean POST /api/:account_id/checkout-sessions/:id/expire. GET /openapi.json lists all of the API.',
    ]);
  });

  test('a key that names something of every object is a key like any other', async () => {
    const world = createWorld(transport);
    const create = (more: string) => {
      const required = JSON.stringify(urls).slice(0, -1);
      return world.api('POST', '/checkout-sessions?expand=custom_fields', `${required},${more}}`);
    };
    for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
      const reply = await create(`"custom_fields":{"${key}":"x"}`);
      expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', 'custom_fields', key]);
    }
    const reply = await create('"__proto__":{"mode":"setup"}');
    expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', '__proto__']);
    const inside = await create('"custom_fields":{"__proto__":{"order_id":"x"}}');
    const place = ['body', 'custom_fields', '__proto__'];
    expect(asProblem(inside).errors?.[0]?.loc).toEqual(place);
  });
});
