import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { arbitraryOf, type JsonSchema } from '../harness/arbitraryOf.ts';
import { asProblem, type Reply } from '../harness/asProblem.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';
import { readDocument, type ApiDocument, type ApiOperation } from '../harness/readDocument.ts';

const read = async (transport: Transport) =>
  (await createWorld(transport).send('GET', '/openapi.json')).text;

/** The same for every run, so that what is sent can be sent again. */
const samples = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed: 7 });

/** Without what may be left out. */
function least(schema: JsonSchema, body: unknown): unknown {
  const members = Object.entries(z.record(z.string(), z.unknown()).parse(body));
  return Object.fromEntries(members.filter(([name]) => schema.required?.includes(name)));
}

/** First what makes records, then what reads them, then what changes and ends them. */
function inOrder(operations: readonly ApiOperation[]): readonly ApiOperation[] {
  const rank = ({ method, path }: ApiOperation): number =>
    (path.startsWith('/_mock') ? 10 : 0) +
    (method === 'POST' && path.includes('{id}') ? 2 : 'POST GET PATCH DELETE'.indexOf(method) / 5);
  return [...operations].sort((a, b) => rank(a) - rank(b));
}

/** An account in which something was paid, and a way to send an operation in it. */
async function createCaller(transport: Transport) {
  const world = createWorld(transport);
  const { secure_token: token } = await world.create({ customer_id: 'cus_abc123' });
  const paid = await world.pay(token, { payment_method: { ...card, number: '4000000000000002' } });
  const { payment_intent_id: attempt } = z
    .looseObject({ payment_intent_id: z.string() })
    .parse(JSON.parse(paid.text));
  const sold = await world.create({ line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }] });
  await world.pay(sold.secure_token, { expected_amount_atom: 2900 });
  const { payment_intent_id } = await world.retrieve(sold.id);
  await world.api('POST', '/payments/refunds', { payment_intent_id, amount_atom: 100 });
  const keys: Readonly<Record<string, string>> = { secret_key: 'sk_test_1', secure_token: token };
  const listed = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

  async function someId(list: string, key: string | undefined): Promise<string> {
    if (list === '/api/checkout/session/payments') return attempt;
    if (list.endsWith('/sessions')) return sold.id;
    const reply = await world.send('GET', list, { key });
    const found = reply.status === 200 ? listed.parse(JSON.parse(reply.text)).data : [];
    return found[0]?.id ?? 'none';
  }

  return async (operation: ApiOperation, body?: unknown, query: object = {}) => {
    const key = keys[operation.access ?? ''];
    let path = operation.path.replace('{account_id}', world.account);
    const [list = ''] = path.split('/{id}');
    if (list !== path) path = path.replace('{id}', await someId(list, key));
    const search = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]));
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return world.send(operation.method, `${path}?${String(search)}`, { ...sent, key });
  };
}

const card = { type: 'card', number: '', exp_month: 12, exp_year: 2099, cvc: '123' };

/** What the document says against an answer. */
function faultsOf({ check }: ApiDocument, operation: ApiOperation, reply: Reply): string {
  const expected = operation.answers[String(reply.status)];
  if (!expected) return `${String(reply.status)} is not in the document: ${reply.text}`;
  if (expected.size === 0) return reply.text;
  const schema = expected.get(reply.headers.get('content-type') ?? '');
  return schema ? check(schema, JSON.parse(reply.text)) : 'Another content type';
}

/** Bodies made wrong in one place each, as the document itself says. */
function broken({ check }: ApiDocument, operation: ApiOperation): unknown[] {
  const schema = operation.body ?? {};
  const [body] = samples(arbitraryOf(schema), 1);
  const members = z.record(z.string(), z.unknown()).parse(body);
  const wrong = [null, -1.5, [[]], { other: true }];
  const changed = Object.keys(schema.properties ?? {}).flatMap((name) => [
    ...wrong.map((value) => ({ ...members, [name]: value })),
    Object.fromEntries(Object.entries(members).filter(([other]) => other !== name)),
  ]);
  const candidates = [...wrong, { ...members, unknown_field: 1 }, ...changed];
  return candidates.filter((candidate) => check(schema, candidate) !== '');
}

describeTransports('the OpenAPI document', (transport) => {
  test('names the server that it was read from', async () => {
    const { servers } = z
      .looseObject({ servers: z.array(z.object({ url: z.string() })) })
      .parse(JSON.parse(await read(transport)));
    expect(servers).toEqual([{ url: transport.api() }]);
  });

  test('what it allows is answered as it says', async () => {
    const document = readDocument(await read(transport));
    const call = await createCaller(transport);
    const done = new Set<string>();
    const operations = transport.part(inOrder(document.operations));
    for (const operation of operations) {
      const queries = operation.query.map(({ name, schema }) => [name, arbitraryOf(schema)]);
      const query = fc.record(
        Object.fromEntries(queries) as Record<string, fc.Arbitrary<unknown>>,
        {
          requiredKeys: [],
        },
      );
      const { body: schema } = operation;
      const any = schema ? arbitraryOf(schema) : fc.constant(undefined);
      const bodies = schema
        ? fc.oneof(
            any.map((body) => least(schema, body)),
            any,
          )
        : any;
      for (const [body, asked] of samples(fc.tuple(bodies, query), 4)) {
        if (schema) expect(document.check(schema, body)).toBe('');
        const reply = await call(operation, body, asked);
        const faults = faultsOf(document, operation, reply);
        expect({ id: operation.id, body, asked, faults }).toMatchObject({ faults: '' });
        if (reply.status < 300) done.add(operation.id);
      }
    }
    // Nobody was told of anything here, so that there is no request to be shown.
    const reads = document.operations
      .filter(({ method }) => method === 'GET')
      .map(({ id }) => id)
      .filter((id) => id !== 'retrieveRequestOfWebhookDelivery');
    const sure = [
      'createCheckoutSession',
      'createCustomer',
      'updatePrice',
      'deleteCustomFieldDefinition',
    ];
    const sent = operations.map(({ id }) => id);
    const answered = [...reads, ...sure].filter((id) => sent.includes(id));
    expect([...done]).toEqual(expect.arrayContaining(answered));
  });

  test('what it does not allow is refused as it says', async () => {
    const document = readDocument(await read(transport));
    const call = await createCaller(transport);
    for (const operation of transport.part(document.operations)) {
      const asked = await call(operation, operation.body && {}, { not_known: 1 });
      expect([operation.id, asked.status]).toEqual([operation.id, 400]);
      expect(faultsOf(document, operation, asked)).toBe('');
      if (!operation.body) continue;
      const bodies = broken(document, operation);
      expect(bodies.length).toBeGreaterThan(6);
      for (const body of bodies) {
        const reply = await call(operation, body);
        const faults = faultsOf(document, operation, reply);
        expect({ id: operation.id, body, status: reply.status, faults }).toMatchObject({
          status: 422,
          faults: '',
        });
        expect(asProblem(reply).errors?.length).toBeGreaterThan(0);
      }
    }
  });
});
