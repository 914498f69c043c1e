import { expect, test } from 'vitest';
import { closeReceivers, createReceiver } from './adapters/contract/harness/createReceiver.ts';
import { createMockControl } from './createMockControl.ts';
import { createMockServer } from './createMockServer.ts';
import { serveTests } from './adapters/fixtures/serveTests.ts';

const served = serveTests();

closeReceivers();

test('each control has a world of its own, with a clock of its own', async () => {
  const [one, other] = [
    createMockControl({ url: served.origin }),
    createMockControl({ url: served.origin }),
  ];
  expect(one.accountId).not.toBe(other.accountId);
  await one.clock.freeze();
  await one.clock.set(new Date('2030-01-01T00:00:00Z'));
  await one.clock.advance('90m');
  expect(await one.clock.now()).toEqual(new Date('2030-01-01T01:30:00Z'));
  await one.clock.run();
  expect((await other.clock.now()).getUTCFullYear()).not.toBe(2030);
});

test('a session is made, settled and told about', async () => {
  const control = createMockControl({ url: served.origin });
  const session = await control.createSession({ customer_email: 'sam@shop.example' });
  expect(session).toMatchObject({ state: 'open', amount_total_atom: 4900 });
  const code = 'insufficient_funds';
  await control.settle(session.id, { outcome: 'decline', decline_code: code });
  expect((await control.settle(session.id, 'complete')).state).toBe('completed');
  const moments = await control.timeline(session.id);
  const payments = moments.filter(({ kind }) => kind === 'payment');
  expect(payments.map((moment) => moment.decline_code)).toEqual([code, null]);
  const paths = (await control.requests()).map(({ path }) => path);
  expect(paths.at(-1)).toBe(`/_mock/accounts/${control.accountId}/api/checkout-sessions`);
  await control.reset();
  await expect(control.timeline(session.id)).rejects.toThrow('404');
});

test('webhooks are delivered, fail on demand and are sent again', async () => {
  const control = createMockControl({ url: served.origin });
  const receiver = await createReceiver(404, 200);
  const { secret } = await control.webhooks.endpoint(receiver.url, ['product.created']);
  expect(secret).toMatch(/^whsec_/);
  await control.webhooks.fault('duplicate');
  await control.request('POST', '/products', { name: 'Ink' });
  const [second, first] = await control.webhooks.deliveries();
  expect([first, second]).toMatchObject([{ state: 'failed' }, { state: 'succeeded' }]);
  const again = await control.webhooks.replay(first?.id ?? '');
  expect(again).toMatchObject({ replay: true, state: 'succeeded' });
  expect(receiver.received).toHaveLength(3);
});

test('requests go wrong on demand, until they are to go well again', async () => {
  const control = createMockControl({ url: served.origin });
  const customers = () =>
    fetch(`${served.origin}/api/${control.accountId}/customers`, {
      headers: { authorization: 'Bearer sk_test_1' },
    });
  await control.faults.add({ match: '/api/:account/customers', status: 500, times: 9 });
  expect((await customers()).status).toBe(500);
  await control.faults.clear();
  expect((await customers()).status).toBe(200);
});

test('what is refused is an error that says why', async () => {
  const control = createMockControl({ url: served.origin });
  await expect(control.clock.advance('soon')).rejects.toThrow('Give a duration such as 90s');
  await expect(control.settle('cs_none', 'complete')).rejects.toThrow('no such checkout session');
});

test('a refusal is one sentence with its status, its code and the id of the request', async () => {
  const refused = createMockControl({ url: served.origin }).webhooks.endpoint(
    'http://shop.example/',
  );
  await expect(refused).rejects.toThrow(
    /^Failed to POST \/api\/webhook-endpoints: url: .+ \(422 validation_failed req_dev_\w+\)$/,
  );
});

test('what is no problem document is told as it came', async () => {
  const portal = (): Promise<Response> =>
    Promise.resolve(new Response('Sign in first', { status: 403 }));
  await expect(createMockControl({ url: served.origin, fetch: portal }).requests()).rejects.toThrow(
    'Sign in first (403 no problem document)',
  );
});

test('a control token goes along', async () => {
  const guarded = createMockServer({ controlToken: 'let-me-in' });
  const at = await guarded.listen();
  await createMockControl({ url: at, controlToken: 'let-me-in' }).createSession();
  await expect(createMockControl({ url: at }).createSession()).rejects.toThrow('401');
  await guarded.close();
});

test('a server that is no longer there is told in words', async () => {
  const gone = createMockServer();
  const origin = await gone.listen();
  await gone.close();
  const words = `Failed to POST /clock: no answer from ${origin}, nothing listens there`;
  await expect(createMockControl({ url: origin }).clock.advance('1h')).rejects.toThrow(words);
});

test('an address with a slash at its end is the same', async () => {
  const control = createMockControl({ url: `${served.origin}/` });
  expect(control.url).toBe(served.origin);
  expect((await control.createSession()).url).toMatch(`${served.origin}/checkout/`);
});

test.each([
  [() => createMockControl({ url: undefined as never }), 'its url is undefined'],
  [() => createMockControl({ url: '127.0.0.1:4242' }), 'its url is 127.0.0.1:4242'],
  [
    () =>
      createMockControl({
        url: 'http://127.0.0.1:1',
        fetch: () => Promise.resolve(new Response('<p>')),
      }).createSession(),
    'Is it the mock server that listens there?',
  ],
  [
    () => createMockControl({ url: served.origin }).clock.set(new Date('tomorrow')),
    'now: Give an ISO 8601 time',
  ],
])('a wrong address, or time, is told in words: %s', async (work, words) => {
  await expect((async () => work())()).rejects.toThrow(words);
});

test.each(['', 'my account', 'a/b', 'checkout', '../acc'])(
  '"%s" is no account, and is refused before anything is asked',
  (accountId) => {
    const make = () => createMockControl({ url: served.origin, accountId });
    expect(make).toThrow(/^Failed to find the account .*Use 1 to 64 letters/);
  },
);

test.each([
  [() => createMockServer({ quite: false } as object), 'Did you mean quiet?'],
  [() => createMockServer({ port: 4242 } as object), 'Give it to listen'],
  [() => createMockControl({ url: 'http://a', account: 'b' } as never), 'Did you mean accountId?'],
  [() => createMockServer().listen({ prot: 1 } as object), 'Did you mean port?'],
  [() => createMockServer().listen({ port: 'here' as never }), 'a port is a number from 0'],
])('what would be passed over is refused: %s', async (work, words) => {
  await expect((async () => work())()).rejects.toThrow(words);
});

test('a port by itself is refused: the server would listen on any', async () => {
  const listen = createMockServer().listen as (port: number) => Promise<string>;
  await expect(listen(4242)).rejects.toThrow('Give { port: 4242 }.');
});
