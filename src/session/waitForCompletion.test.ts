// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import type { Platform } from '../platform/Platform.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { checkoutHandle } from './checkoutHandle.ts';
import { checkoutUrl } from './checkoutUrl.ts';
import { retrieveSessionOn } from './retrieveSession.ts';
import { waitForCompletionOn } from './waitForCompletion.ts';

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (isPaymentKitError(error) ? error.code : error),
  );
const createPage = (answer?: (fake: FakePage) => Response | Promise<Response>): FakePage => {
  const fake = createFakePage();
  if (answer) fake.answer = () => answer(fake);
  return fake;
};

test('reads with the token in a header and no cookie', async () => {
  const fake = createPage((page) => page.json(session()));
  expect(await retrieveSessionOn(fake.platform, token, { host })).toEqual(session());
  const [{ url, init } = { url: '', init: {} }] = fake.requests;
  expect(url).toBe(`${host}/api/checkout/session`);
  expect(init.headers).toEqual({ authorization: `Bearer ${token}` });
  expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
  // It would bypass the preflight cache.
  expect(init.cache).toBeUndefined();
  expect(fake.clock.pending()).toBe(0);
});

test.each<[string, (fake: FakePage) => Response | Promise<Response>]>([
  ['token_rejected', (fake) => fake.json({ code: 'token_rejected' }, 401)],
  ['origin_not_allowed', (fake) => fake.json({ code: 'origin_not_allowed' }, 403)],
  ['api_error', (fake) => fake.json({ code: 'something_new' }, 409)],
  ['api_error', (fake) => fake.json({ code: 'constructor' }, 500)],
  ['api_error', (fake) => fake.json({ code: 'session_completed_elsewhere' }, 409)],
  ['api_error', (fake) => fake.json({ code: 'no_network' }, 409)],
  ['api_error', (fake) => fake.json('a page of HTML')],
  ['api_error', (fake) => fake.json(null)],
  ['api_error', (fake) => fake.json({ id: 'cs_1' })],
  ['api_error', (fake) => fake.json(session({ state: 'completed' }), 500)],
  [
    'api_error',
    (fake) => Object.assign(fake.json(''), { json: () => Promise.reject(new SyntaxError()) }),
  ],
  ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
])('a read fails with %s', async (code, answer) => {
  const fake = createPage(answer);
  expect(await codeOf(retrieveSessionOn(fake.platform, token, { host }))).toBe(code);
  expect(fake.clock.pending()).toBe(0);
});

test.each<[string, () => unknown]>([
  [
    'asks for consent first, and throws',
    () => {
      throw new Error('No consent');
    },
  ],
  ['a test has left empty', () => undefined],
])('where `fetch` is one that %s, no answer comes', async (_, fetch) => {
  const platform = { ...createPage().platform, fetch } as Platform;
  await expect(retrieveSessionOn(platform, token, { host })).rejects.toMatchObject({
    code: 'network',
    cause: expect.any(Error) as unknown,
  });
});

test.each([retrieveSessionOn, waitForCompletionOn])(
  'a browser that is too old to ask has a network still, and is not waited for: %o',
  async (ask) => {
    const platform = { ...createPage().platform, AbortSignal: {} } as Platform;
    await expect(ask(platform, token, { host })).rejects.toBeInstanceOf(TypeError);
  },
);

test('a read that failed says which request it was, and what the network said', async () => {
  const fake = createPage((page) => page.json({}, 500, { 'x-request-id': 'req_1' }));
  const read = (): Promise<unknown> => retrieveSessionOn(fake.platform, token, { host });
  await expect(read()).rejects.toMatchObject({ code: 'api_error', requestId: 'req_1' });
  const cause = new TypeError('Failed to fetch');
  fake.answer = () => Promise.reject(cause);
  await expect(read()).rejects.toMatchObject({ code: 'network', cause });
});

test('a read ends by its signal', async () => {
  const fake = createPage((page) => page.json(session()));
  const { signal } = { signal: AbortSignal.abort() };
  expect(await codeOf(retrieveSessionOn(fake.platform, token, { host, signal }))).toBe('aborted');
  expect(fake.requests).toEqual([]);
});

test('waits until the session is completed, and no longer', async () => {
  let state: 'processing' | 'completed' = 'processing';
  const fake = createPage((page) => page.json(session({ state })));
  const waiting = waitForCompletionOn(fake.platform, token, { host });
  await fake.clock.advance(5000);
  state = 'completed';
  await fake.clock.advance(5000);
  expect((await waiting).state).toBe('completed');
  const reads = fake.requests.length;
  await fake.clock.advance(120_000);
  expect([fake.requests.length, fake.clock.pending()]).toEqual([reads, 0]);
});

test('at its deadline it gives what was read last', async () => {
  const fake = createPage((page) => page.json(session()));
  const waiting = waitForCompletionOn(fake.platform, token, { host, timeoutMs: 20_000 });
  await fake.clock.advance(20_000);
  expect((await waiting).state).toBe('open');
});

test('its deadline ends the read under way, and no answer at all is a failure of the network', async () => {
  const fake = createPage();
  fake.answer = (_, { signal }) =>
    new Promise((__, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  const waiting = codeOf(waitForCompletionOn(fake.platform, token, { host, timeoutMs: 5000 }));
  await fake.clock.advance(5000);
  expect(await waiting).toBe('network');
  const reads = fake.requests.map(({ url, init }) => [url, init.signal?.aborted]);
  expect(reads).toEqual([[`${host}/api/checkout/session`, true]]);
});

test('a network that comes and goes is waited for; one that never comes is told', async () => {
  const fake = createPage(() => Promise.reject(new TypeError('Failed to fetch')));
  const waiting = codeOf(waitForCompletionOn(fake.platform, token, { host }));
  await fake.clock.advance(60_000);
  expect(await waiting).toBe('network');
  const again = waitForCompletionOn(fake.platform, token, { host });
  await fake.clock.advance(2000);
  fake.answer = () => fake.json(session({ state: 'expired' }));
  await fake.clock.advance(10_000);
  expect((await again).state).toBe('expired');
});

test('what cannot get better, and a signal, end it at once', async () => {
  const fake = createPage((page) => page.json({ code: 'token_rejected' }, 401));
  expect(await codeOf(waitForCompletionOn(fake.platform, token, { host }))).toBe('token_rejected');
  const controller = new AbortController();
  fake.answer = () => fake.json(session());
  const waiting = codeOf(
    waitForCompletionOn(fake.platform, token, { host, signal: controller.signal }),
  );
  await fake.clock.advance(3000);
  controller.abort();
  expect(await waiting).toBe('aborted');
  expect(fake.clock.pending()).toBe(0);
  const reads = fake.requests.length;
  const { signal } = controller;
  expect(await codeOf(waitForCompletionOn(fake.platform, token, { host, signal }))).toBe('aborted');
  expect([fake.requests.length, fake.clock.pending()]).toEqual([reads, 0]);
});

test.each([
  ['the network is back', (fake: FakePage) => fake.window.dispatch('online', {})],
  ['the page is back', (fake: FakePage) => fake.window.dispatch('pageshow', { persisted: true })],
  [
    'the page is looked at',
    (fake: FakePage) => fake.documentEvents.dispatch('visibilitychange', {}),
  ],
  [
    'another tab says that it is over',
    ({ tabs }: FakePage) => new tabs(`paymentkit:${session().id}`).postMessage('over'),
  ],
])('a sleeping wait wakes when %s', async (_, wake) => {
  let state: 'processing' | 'completed' = 'processing';
  const fake = createPage((page) => page.json(session({ state })));
  const waiting = waitForCompletionOn(fake.platform, token, { host });
  await fake.clock.advance(20_000);
  state = 'completed';
  const reads = fake.requests.length;
  wake(fake);
  await fake.clock.settle();
  expect((await waiting).state).toBe('completed');
  expect(fake.requests).toHaveLength(reads + 1);
  const left = ['online', 'pageshow', 'pagehide'].map((type) => fake.window.count(type));
  expect([...left, fake.documentEvents.count('visibilitychange')]).toEqual([0, 0, 0, 0]);
});

test('what another tab says is only a reason to ask, and a page that leaves hears none', async () => {
  const fake = createPage((page) => page.json(session({ state: 'processing' })));
  const { tabs } = fake;
  const opened: string[] = [];
  fake.tabs = class extends tabs {
    constructor(name: string) {
      super(name);
      opened.push(name);
    }
  };
  const waiting = waitForCompletionOn(fake.platform, token, { host, timeoutMs: 10_000 });
  await fake.clock.advance(4000);
  const reads = fake.requests.length;
  // Once, however often it has read.
  expect(opened).toEqual([`paymentkit:${session().id}`]);
  const other = new tabs(`paymentkit:${session().id}`);
  other.postMessage({ state: 'completed' });
  await fake.clock.settle();
  expect(fake.requests).toHaveLength(reads + 1);
  fake.visibility = 'hidden';
  fake.documentEvents.dispatch('visibilitychange', {});
  fake.window.dispatch('pagehide', {});
  other.postMessage('over');
  await fake.clock.settle();
  expect(fake.requests).toHaveLength(reads + 1);
  await fake.clock.advance(10_000);
  expect((await waiting).state).toBe('processing');
});

test('where there is no page it says where to wait', async () => {
  const server = { setTimeout, clearTimeout } as unknown as Platform;
  expect(await codeOf(waitForCompletionOn(server, token, { host }))).toBe('insecure_context');
});

test('the address of a checkout is made of host and token', () => {
  expect(checkoutUrl('cst_1')).toBe('https://checkout.paymentkit.com/checkout/cst_1');
  expect(checkoutUrl('cst_1', { host: 'http://127.0.0.1:4242/' })).toBe(
    'http://127.0.0.1:4242/checkout/cst_1',
  );
  expect(() => checkoutUrl('cs_1')).toThrow('id of a session');
});

test('the handle of a token is base64url of its SHA-256', async () => {
  // echo -n abc | openssl dgst -sha256 -binary | base64url
  expect(await checkoutHandle('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

test.each([new AbortController(), true, 'signal'])(
  'what is no signal is refused, and nothing is read: %s',
  async (given) => {
    const fake = createPage((page) => page.json(session()));
    const options = { host, signal: given as unknown as AbortSignal };
    for (const ask of [retrieveSessionOn, waitForCompletionOn]) {
      expect(await codeOf(ask(fake.platform, token, options))).toBe('invalid_option');
    }
    expect([fake.requests, fake.clock.pending()]).toEqual([[], 0]);
  },
);

test('a token or a host that is none is refused by each of them, and nothing is read', async () => {
  const fake = createPage((page) => page.json(session()));
  for (const ask of [retrieveSessionOn, waitForCompletionOn]) {
    for (const wrong of ['', 'cs_1', undefined as never]) {
      expect(await codeOf(ask(fake.platform, wrong, { host }))).toBe('invalid_option');
    }
    expect(await codeOf(ask(fake.platform, token, { host: 'pay.example' }))).toBe('invalid_option');
    const unknown: object = { hosts: host };
    expect(await codeOf(ask(fake.platform, token, unknown))).toBe('invalid_option');
  }
  expect([fake.requests, fake.clock.pending()]).toEqual([[], 0]);
});

test('reads that fail again and again are told with why the last one did', async () => {
  const fake = createPage((page) => page.json({}, 503, { 'retry-after': '3600' }));
  const waiting = waitForCompletionOn(fake.platform, token, { host, timeoutMs: 29_000 });
  const told = expect(waiting).rejects.toMatchObject({ code: 'api_error', recoverable: true });
  await fake.clock.advance(29_000);
  await told;
  // By the schedule, whatever the server wishes for: at once, and after 1, 2, 4 and 8 seconds.
  expect(fake.requests).toHaveLength(5);
});

test.each([0, -1, NaN, Infinity, 2 ** 31, 'soon'])(
  'a deadline of %s is refused',
  async (timeoutMs) => {
    const fake = createPage((page) => page.json(session()));
    const wait = waitForCompletionOn(fake.platform, token, {
      host,
      timeoutMs: timeoutMs as number,
    });
    expect(await codeOf(wait)).toBe('invalid_option');
  },
);
