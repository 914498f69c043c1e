import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { arbitraryOf } from '../harness/arbitraryOf.ts';
import { asClock, asProblem, parse } from '../harness/asProblem.ts';
import { card, createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';
import { readDocument, type ApiDocument, type ApiOperation } from '../harness/readDocument.ts';
import { madeId } from '../harness/madeId.ts';

const line = (price: string) => ({ price_id: price, quantity: 1 });
const listSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** An account that has one of everything, whose clock stands still, and a look at all of it. */
async function createFullWorld(transport: Transport, known?: ApiDocument) {
  const world = createWorld(transport);
  await world.control('POST', '/clock', { freeze: true });
  const document = known ?? readDocument((await world.send('GET', '/openapi.json')).text);
  const paid = await world.create({ line_items: [line('price_pro_monthly'), line('price_basic')] });
  await world.pay(paid.secure_token, { expected_amount_atom: 3800 });
  const { invoice_id } = await world.retrieve(paid.id);
  await world.api('POST', '/payments/refunds', { invoice_id, amount_atom: 100 });
  const hook = { url: 'http://127.0.0.1:9/', events: ['product.deleted'] };
  await world.api('POST', '/webhook-endpoints', hook);
  const { secure_token: token } = await world.create();
  const lists = document.operations.filter(
    ({ method, path }) =>
      method === 'GET' && path.startsWith('/api/{account_id}/') && !path.includes('{id}'),
  );
  const pathOf = ({ path }: ApiOperation) => path.replace('/api/{account_id}', '');

  /** Everything that can be seen of the account. */
  async function state(): Promise<string> {
    const replies = await Promise.all(
      lists.map((list) => world.api('GET', `${pathOf(list)}?limit=100`)),
    );
    const seen = [...replies, await world.browser('GET', '', token)].map(({ text }) => text);
    const { waiting } = asClock(await world.control('GET', '/clock'));
    return [...seen, JSON.stringify(waiting)].join('\n');
  }
  /** The path of one record of each kind. */
  async function someIds(): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(
      lists.map(async (list) => {
        const { data } = parse(listSchema, await world.api('GET', pathOf(list)));
        return [pathOf(list), data[0]?.id ?? ''] as const;
      }),
    );
    return new Map(found);
  }
  return { world, document, token, state, someIds, pathOf };
}

/** The least that an operation takes. */
function leastBody({ body: schema }: ApiOperation): string | undefined {
  if (!schema) return undefined;
  const [sample] = fc.sample(arbitraryOf(schema), { numRuns: 1, seed: 11 });
  const members = Object.entries(z.record(z.string(), z.unknown()).parse(sample));
  return JSON.stringify(
    Object.fromEntries(members.filter(([name]) => schema.required?.includes(name))),
  );
}

/** What is sent and changes something: below `/api`, with a key or with a token. */
const changing = ({ operations }: ApiDocument) =>
  operations.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'));

/** A body as the document has it, with something else somewhere: a wrong value, a member less, or one more. */
const spoiled = (operation: ApiOperation) =>
  fc
    .tuple(
      arbitraryOf(operation.body ?? {}),
      fc.constantFrom('value', 'missing', 'unknown', 'whole'),
      fc.nat(),
      fc.jsonValue({ maxDepth: 2 }),
    )
    .map(([body, how, index, value]) => {
      if (how === 'whole') return value;
      const members = z.record(z.string(), z.unknown()).parse(body ?? {});
      const names = Object.keys(members);
      const name = names[index % Math.max(1, names.length)] ?? 'unknown';
      if (how === 'unknown') return { ...members, [`x_${name}`]: value };
      if (how === 'value') return { ...members, [name]: value };
      return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
    });

describeTransports('bad input to any operation', (transport) => {
  test('whatever is wrong is told as a problem and leaves everything as it was', async () => {
    const { world, document, token, state, someIds, pathOf } = await createFullWorld(transport);
    const ids = await someIds();
    const before = await state();
    let refused = 0;
    for (const operation of changing(document)) {
      const schema = operation.body;
      if (!schema) continue;
      const own = operation.path.startsWith('/api/checkout/');
      const list = pathOf(operation).split('/{id}')[0] ?? '';
      const path = pathOf(operation).replace('{id}', ids.get(list) ?? 'none');
      const bodies = fc.sample(spoiled(operation), { numRuns: 8, seed: 11 });
      for (const body of transport.part(bodies)) {
        if (document.check(schema, body) === '') continue;
        const text = JSON.stringify(body);
        const reply = own
          ? await world.browser('POST', path.replace('/api/checkout/session', ''), token, text)
          : await world.api(operation.method, path, text);
        expect({ id: operation.id, body, status: reply.status }).toMatchObject({ status: 422 });
        expect(asProblem(reply).errors?.[0]?.loc[0]).toBe('body');
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
    expect(await state()).toBe(before);
  });

  test('broken JSON, a form and too much are refused everywhere', async () => {
    const { world, document, token, state, someIds, pathOf } = await createFullWorld(transport);
    const ids = await someIds();
    const before = await state();
    const json = { 'content-type': 'application/json' };
    const wrong = [
      ['{"a":', json, 400],
      ['a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      [`{"a":"${'x'.repeat(256 * 1024)}"}`, json, 413],
    ] as const;
    for (const operation of transport.part(changing(document))) {
      if (!operation.body) continue;
      const own = operation.path.startsWith('/api/checkout/');
      const list = pathOf(operation).split('/{id}')[0] ?? '';
      const path = pathOf(operation).replace('{id}', ids.get(list) ?? 'none');
      for (const [body, headers, status] of wrong) {
        const reply = own
          ? await world.browser(
              'POST',
              path.replace('/api/checkout/session', ''),
              token,
              body,
              headers,
            )
          : await world.api(operation.method, path, body, headers);
        expect({ id: operation.id, status: asProblem(reply).status }).toMatchObject({ status });
      }
    }
    expect(await state()).toBe(before);
  });

  test('an id of another account reads like one that there is not, whatever is done with it', async () => {
    const mine = await createFullWorld(transport);
    const other = await createFullWorld(transport, mine.document);
    const foreign = await other.someIds();
    const before = [await mine.state(), await other.state()];
    const ofOne = mine.document.operations.flatMap((operation) => {
      const [list = '', rest] = mine.pathOf(operation).split('/{id}');
      const id = foreign.get(list);
      // A fresh account knows some records by the same names.
      const isTheirs = rest !== undefined && id && /_dev_[a-z0-9]{16}$/.test(id);
      return isTheirs ? [{ operation, list, rest, id }] : [];
    });
    expect(ofOne.length).toBeGreaterThan(20);
    for (const { operation, list, rest, id } of transport.part(ofOne)) {
      const ask = async (of: string) => {
        const body = leastBody(operation);
        const reply = await mine.world.api(operation.method, `${list}/${of}${rest}`, body);
        expect([operation.id, reply.status]).toEqual([operation.id, 404]);
        return reply.text.replace(asProblem(reply).request_id, '');
      };
      expect(await ask(id)).toBe(await ask('none'));
    }
    expect([await mine.state(), await other.state()]).toEqual(before);
  });

  test('what belongs to another account is unknown wherever a body names it', async () => {
    const mine = await createFullWorld(transport);
    const other = await createFullWorld(transport, mine.document);
    const make = async (path: string, body: object) =>
      madeId(await other.world.api('POST', path, body));
    const customer = await make('/customers', { email: 'a@b.example' });
    const product = await make('/products', { name: 'Ink' });
    const price = { product_id: product, currency: 'usd', unit_amount_atom: 5 };
    const coupon = await make('/coupons', { percent_off: 5 });
    await make('/promotion-codes', { code: 'Theirs', coupon_id: coupon });
    const processor = await make('/processors', { name: 'Theirs' });
    const processors = [{ processor_id: processor }];
    const route = await make('/processor-routes', { name: 'Theirs', processors });
    const ids = await other.someIds();
    const session = { ...urls, line_items: [line('price_basic')] };
    const foreignLine = line(await make('/prices', price));
    const payer = { customer_id: 'cus_abc123', currency: 'usd' };
    const items = [line('price_pro_monthly')];
    const monthly = { ...payer, billing_interval: 'month', items };
    const bill = { ...payer, items: [{ name: 'Ink', unit_amount: 5 }] };
    const named: (readonly [string, object])[] = [
      ['/checkout-sessions', { ...session, customer_id: customer }],
      ['/checkout-sessions', { ...session, line_items: [foreignLine] }],
      ['/checkout-sessions', { ...session, cascade_line_items: [{ line_items: [foreignLine] }] }],
      ['/checkout-sessions', { ...session, coupon_id: coupon }],
      ['/checkout-sessions', { ...session, promotion_code: 'THEIRS' }],
      ['/checkout-sessions', { ...session, processor_route_id: route }],
      ['/prices', price],
      ['/promotion-codes', { code: 'Mine', coupon_id: coupon }],
      ['/processor-routes', { name: 'Mine', processors }],
      ['/subscriptions', { ...monthly, customer_id: customer }],
      ['/subscriptions', { ...monthly, items: [foreignLine] }],
      ['/subscriptions', { ...monthly, processor_id: processor }],
      ['/invoices', { ...bill, customer_id: customer }],
      ['/invoices', { ...bill, items: [{ price_id: foreignLine.price_id }] }],
      ['/payments/refunds', { invoice_id: ids.get('/invoices') }],
      ['/payments/refunds', { payment_intent_id: ids.get('/payment-intents') }],
    ];
    const before = [await mine.state(), await other.state()];
    for (const [path, body] of named) {
      const reply = await mine.world.api('POST', path, body);
      expect([body, reply.status]).toEqual([body, 422]);
    }
    const subscription = (await mine.someIds()).get('/subscriptions') ?? '';
    const method = ids.get('/payment-methods');
    // What else it asks for is right, and is not done either: neither now nor when it would fall due.
    const revised = {
      ...{ default_payment_method_id: method, trial_period_days: 2 },
      coupon_id: 'coupon_dev_abc123',
    };
    const reply = await mine.world.api('PATCH', `/subscriptions/${subscription}`, revised);
    expect(asProblem(reply).errors).toMatchObject([{ type: 'unknown_payment_method' }]);
    const code = { code: 'theirs' };
    const refused = await mine.world.browser('POST', '/promotion-code', mine.token, code);
    expect(asProblem(refused).reason).toBe('invalid');
    const paid = await mine.world.browser('POST', '/payments', 'cst_none', {
      payment_method: card(),
    });
    expect(paid.status).toBe(401);
    expect([await mine.state(), await other.state()]).toEqual(before);
  });
});
