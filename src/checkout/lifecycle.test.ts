// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createNonce } from '../channel/connectHostedPage.ts';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import { mountCheckoutOn } from './mountCheckout.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';

const mount = (options: Partial<CheckoutOptions> = {}, arrange?: (fake: FakePage) => void) =>
  mountOnFakePage({ redirect: 'never', ...options }, arrange);
const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => (isPaymentKitError(error) ? error.code : error));

/** What a call throws, as its code and its sentence. */
function thrown(call: () => unknown): string {
  try {
    call();
    return 'nothing';
  } catch (error) {
    return isPaymentKitError(error) ? `${error.code}: ${error.message}` : String(error);
  }
}
const mountWith = (options: object, target: string | Element = document.body): string =>
  thrown(() =>
    mountCheckoutOn(createFakePage().platform, target, {
      secureToken: token,
      ...options,
    }),
  );

beforeEach(digestAtOnce);

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const good = { isTrusted: true, origin: host };
test.each([
  ['a synthetic event', { isTrusted: false }],
  ['another window of the right origin', { source: {} }],
  ['a prefix origin', { origin: 'https://pay.example.evil.example' }],
  ['another port', { origin: 'https://pay.example:8443' }],
  ['http', { origin: 'http://pay.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['a trailing dot', { origin: 'https://pay.example.' }],
  ['another nonce', { nonce: 'x' }],
  ['another major', { pk: 2 }],
  ['its own kind of message', { t: 's:port' }],
  ['a payload that claims to be somebody', { origin: 'https://evil.example', claim: true }],
])('a hello with %s gets no port', async (_, wrong) => {
  const { fake, frame } = mount();
  await fake.clock.settle();
  const { element, window, posted } = frame();
  const n = new URLSearchParams(new URL(element.getAttribute('src') ?? '').hash.slice(1)).get('n');
  const { nonce, pk, t, claim, ...envelope } = wrong as Record<string, unknown>;
  const claims = claim ? { origin: host, source: 'frame', isTrusted: true } : {};
  const hello = { pk: pk ?? 1, t: t ?? 'h:hello', n: nonce ?? n, v: { min: 1, max: 1 }, ...claims };
  const event = { ...good, source: window, data: hello, ports: [] };
  fake.window.dispatch('message', { ...event, ...envelope });
  expect(posted).toEqual([]);

  fake.window.dispatch('message', {
    ...event,
    data: { pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } },
  });
  expect(posted).toHaveLength(1);
  expect(fake.window.count('message')).toBe(0);
});

test('a last message of a frame just removed has no source, and is not its window', async () => {
  const { fake, frame, target } = mount();
  await fake.clock.settle();
  const { element, posted } = frame();
  const n = new URLSearchParams(new URL(element.getAttribute('src') ?? '').hash.slice(1)).get('n');
  target.querySelector('[sandbox]')?.remove();
  const data = { pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } };
  fake.window.dispatch('message', { ...good, source: null, data, ports: [] });
  expect(posted).toEqual([]);
});

test('everything is posted to exactly the hosted page’s origin (1D Paystack)', async () => {
  const { frame, becomeReady, checkout, fake } = mount();
  await becomeReady();
  checkout.update({ locale: 'fr' });
  await fake.clock.settle();
  expect(new Set(frame().posted.map(({ targetOrigin }) => targetOrigin))).toEqual(new Set([host]));
});

test('a mistaken token is refused at the door, each mistake with its own sentence, never repeated (1D Shopify)', () => {
  const mistakes: Record<string, unknown> = {
    'is empty': '',
    'text "undefined"': 'undefined',
    'not text but object': { secure_token: token },
    'pass either "secureToken" or "url"': null,
    'id of a session': 'cs_dev_abcdefgh12345678',
    'publishable key': 'pk_test_123456',
    'Revoke it now': 'sk_test_123456',
    'it is an address': `${host}/checkout/${token}`,
    'characters that no token has': 'cst abc',
  };
  for (const [sentence, secureToken] of Object.entries(mistakes)) {
    const message = mountWith({ secureToken });
    expect(message).toMatch(/^invalid_option: /);
    expect(message).toContain(sentence);
    if (typeof secureToken === 'string' && secureToken.length > 10) {
      expect(message).not.toContain(secureToken);
    }
  }
  expect(document.body.children).toHaveLength(0);
});

test.each([
  [{ secureToken: undefined }, 'pass either "secureToken" or "url"'],
  [{ url: 'https://pay.example/checkout/cst_1' }, 'pass either "secureToken" or "url"'],
  [{ secureToken: undefined, url: token }, 'it is a secure token. Pass it as "secureToken"'],
  [{ secureToken: undefined, url: 'https://pay.example/embed/x' }, '"url"'],
  [{ secureToken: undefined, url: 'http://pay.example/checkout/cst_1' }, '"url"'],
  [{ secureToken: undefined, host, url: 'https://a.example/checkout/cst_1' }, 'Leave "host" away'],
  [{ host: 'http://pay.example' }, '"host"'],
  [{ host: 'https://pay.example/path' }, '"host"'],
  [{ host: 'https://user@pay.example' }, '"host"'],
  [{ host: 'https://shop.example' }, 'origin of this very page'],
  [{ locale: 'de_DE' }, '"locale"'],
  [{ appearance: { accentColor: 'url(https://evil.example)' } }, '"appearance"'],
  [{ appearance: { theme: 'blue' } }, '"appearance"'],
  [{ prefill: { mail: 'a@b.example' } }, '"prefill"'],
  [{ redirect: 'maybe' }, '"redirect"'],
  [{ completion: { endpoint: '/confirm', timeoutMs: Infinity } }, '"completion.timeoutMs"'],
  [{ completion: { endpoint: '/confirm', timeoutMs: 'soon' } }, '"completion.timeoutMs"'],
  [{ timeoutMs: 0 }, '"timeoutMs"'],
  [{ timeoutMs: 2 ** 31 }, '"timeoutMs"'],
  [{ texts: { title: undefined } }, '"texts"'],
  [{ initialHeight: '560' }, '"initialHeight"'],
  [{ completion: { endpoint: 'ftp://shop.example/http' } }, '"completion"'],
  [{ completion: { endpoint: '' } }, '"completion"'],
  [{ completion: { endpoint: 'https://' } }, '"completion"'],
  [{ completion: { endpoint: '/confirm', header: {} } }, 'Did you mean "headers"?'],
  [{ completion: { endpoint: '/confirm', headers: { 'X CSRF': '1' } } }, '"completion.headers"'],
  [{ completion: { endpoint: '/confirm', headers: { 'X-CSRF': '1\n2' } } }, '"completion.headers"'],
  [{ completion: { endpoint: '/confirm', headers: { 'X-Shop': 'Łódź' } } }, '"completion.headers"'],
  [{ completion: { endpoint: '/confirm', headers: 'X-CSRF: 1' } }, '"completion.headers"'],
  [{ endpoint: '/api' }, 'there is no "endpoint". There are secureToken, url,'],
  [{ sucessUrl: '/thanks' }, 'there is no "sucessUrl"'],
  [{ onPaid: () => undefined }, 'there is no "onPaid"'],
  [{ token }, 'Did you mean "secureToken"?'],
  [{ securetoken: token }, 'Did you mean "secureToken"?'],
  [{ apearance: {} }, 'Did you mean "appearance"?'],
  [{ timeout: 5000 }, 'Did you mean "timeoutMs"?'],
  [{ oncomplete: () => undefined }, 'Did you mean "onComplete"?'],
  [{ onCompleted: () => undefined }, 'Did you mean "onComplete"?'],
  [{ mode: 'popup' }, 'there is no "mode"'],
  [{ texts: { retryButton: 'Again' } }, 'Failed to read the texts: there is no "retryButton"'],
])('the option %j is refused (threat 40)', (options, sentence) => {
  expect(mountWith(options)).toMatch(/^invalid_option: Failed to /);
  expect(mountWith(options)).toContain(sentence);
});

test('a target that is not there, or not in the page, is refused (fault 19)', () => {
  expect(mountWith({}, { secureToken: token } as never)).toContain('the options come after it');
  expect(mountWith({}, null as never)).toContain('the target is null. Call it when');
  expect(mountWith({}, '#nowhere')).toContain('target_not_found: ');
  expect(mountWith({}, document.createElement('div'))).toContain('target_not_found: ');
});

test('a target that holds a checkout is refused until that is destroyed', () => {
  const { target, checkout, fake } = mount();
  const again = (): string =>
    thrown(() => mountCheckoutOn(fake.platform, target, { secureToken: token, host }));
  expect(again()).toContain('already holds one');
  checkout.destroy();
  expect(again()).toBe('nothing');
});

test('a page without an origin, or without a digest, is an insecure context', async () => {
  for (const arrange of [
    (fake: FakePage): void => void (fake.href = 'file:///shop.html'),
    (): void => void vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new TypeError('none')),
  ]) {
    const { fake, told, checkout } = mount({}, arrange);
    expect(told()).toEqual([]);
    await fake.clock.advance(0);
    expect(told()).toEqual(['error insecure_context']);
    expect(checkout.phase).toBe('failed');
  }
});

test('each frame has 128 random bits of its own, and without any there is no frame (threat 11)', async () => {
  const nonces = Array.from({ length: 10_000 }, createNonce);
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonces.filter((nonce) => !/^[\w-]{22}$/.test(nonce))).toEqual([]);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
    throw new Error('none');
  });
  const { fake, checkout } = mount();
  await fake.clock.advance(0);
  expect(checkout.phase).toBe('failed');
  expect(fake.frames).toEqual([]);
});

test('a frame of the page’s own origin is never built, wherever the token comes from (threat 47)', async () => {
  const { fake, told } = mount({
    secureToken: () => Promise.resolve(token),
    host: 'https://shop.example',
  });
  await fake.clock.advance(0);
  expect(told()).toEqual(['error invalid_option']);
  expect(fake.frames).toEqual([]);
});

test('host "self" works, with a warning', async () => {
  const { told, becomeReady } = mount({ host: 'self' });
  await becomeReady();
  expect(told()).toEqual(['warning self_host', 'ready']);
});

test('url holds host and token', async () => {
  const { becomeReady, frame } = mount({ url: `${host}/checkout/${token}` });
  const page = await becomeReady();
  expect(page.heard[0]?.[1]).toMatchObject({ token });
  expect(frame().element.getAttribute('src')).toContain(`${host}/embed/`);
});

test('a function for the token is called once, and again only after it has failed (1D paddle-js, Square)', async () => {
  const secureToken = vi.fn(() => Promise.reject(new Error('500')));
  const { fake, told, target, becomeReady } = mount({ secureToken });
  expect(told()).toEqual([]);
  await fake.clock.advance(0);
  expect(told()).toEqual(['error token_unavailable']);
  secureToken.mockResolvedValue(token as never);
  target.querySelector('[role=alert]')?.shadowRoot?.querySelector('button')?.click();
  await becomeReady();
  expect(told()).toEqual(['error token_unavailable', 'ready']);
  expect(secureToken).toHaveBeenCalledTimes(2);
});

test('a function for the token that throws at once has failed like one that rejects', async () => {
  const { fake, told } = mount({
    secureToken: () => {
      throw new TypeError('not a promise');
    },
  });
  await fake.clock.advance(0);
  expect(told()).toEqual(['error token_unavailable']);
});

test('a function for the token that never answers has as long as the page', async () => {
  const { fake, told } = mount({
    secureToken: () => new Promise(() => undefined),
    timeoutMs: 5000,
  });
  await fake.clock.advance(5000);
  expect(told()).toEqual(['error token_unavailable']);
});

test('a post of the completion that cannot begin is one that was not confirmed', async () => {
  const { fake, told, say, becomeReady } = mount({
    completion: { endpoint: '/confirm', timeoutMs: 4321 },
  });
  await becomeReady();
  Object.assign(fake.platform, {
    AbortSignal: {
      ...fake.platform.AbortSignal,
      timeout: (milliseconds: number) => {
        if (milliseconds === 4321) throw new RangeError();
        return fake.clock.timeout(milliseconds);
      },
    },
  });
  say({ state: 'completed' });
  fake.window.dispatch('online', {});
  await fake.clock.settle();
  expect(told()).toEqual(['ready', 'warning completion_not_confirmed', 'complete']);
});

test('mounted and destroyed in the same task, 200 times, nothing is left and nothing was asked (faults 24, 51)', async () => {
  const fake = createFakePage();
  for (let time = 0; time < 200; time++) {
    const checkout = mountCheckoutOn(fake.platform, document.body, { secureToken: token, host });
    checkout.destroy();
    checkout.destroy();
    expect(await outcomeOf(checkout.result)).toBe('destroyed');
  }
  await fake.clock.settle();
  expect(document.body.children).toHaveLength(0);
  expect([fake.requests, fake.frames]).toEqual([[], []]);
  expect(fake.clock.pending()).toBe(0);
  for (const type of ['message', 'online', 'pageshow']) expect(fake.window.count(type)).toBe(0);
  expect(fake.documentEvents.count('visibilitychange')).toBe(0);
  expect(fake.documentEvents.count('change')).toBe(0);
});

test.each(['loading', 'ready', 'processing', 'completing', 'failed'])(
  'destroyed while %s it leaves no node, timer or listener (faults 23, 24, 25)',
  async (moment) => {
    const { fake, checkout, becomeReady, say, target, told } = mount({
      completion: () => new Promise(() => undefined),
    });
    if (moment === 'failed') await fake.clock.advance(15_000);
    else if (moment !== 'loading') {
      const page = await becomeReady();
      if (moment !== 'ready') page.send({ t: 'h:submit' });
      if (moment === 'completing') say({ state: 'completed' });
      await fake.clock.advance(2000);
    }
    const before = told();
    checkout.destroy();
    await fake.clock.advance(120_000);
    expect(told()).toEqual(before);
    expect(checkout.phase).toBe('destroyed');
    expect(target.children).toHaveLength(0);
    expect(fake.clock.pending()).toBe(0);
    for (const type of ['message', 'online', 'pageshow']) expect(fake.window.count(type)).toBe(0);
    for (const type of ['visibilitychange', 'securitypolicyviolation', 'change']) {
      expect(fake.documentEvents.count(type)).toBe(0);
    }
    expect(await outcomeOf(checkout.refresh())).toBe('destroyed');
    checkout.update({ locale: 'de' });
    checkout.focus();
    checkout.close();
  },
);

test('a signal destroys it, also one that was aborted before', async () => {
  const controller = new AbortController();
  const { checkout } = mount({ signal: controller.signal });
  controller.abort();
  expect(checkout.phase).toBe('destroyed');
  expect(await outcomeOf(checkout.result)).toBe('aborted');
  const { checkout: late, target } = mount({ signal: AbortSignal.abort() });
  expect(late.phase).toBe('destroyed');
  // It was never shown, and the handle does nothing, as that of any other that is over.
  late.focus();
  late.close();
  expect(target.children).toHaveLength(0);
});

test('close ends it as canceled without leaving, and does nothing while a payment is taken', async () => {
  const { checkout, becomeReady, fake, told, target } = mount({ redirect: 'auto' });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  checkout.close();
  expect(checkout.phase).toBe('processing');
  page.send({ t: 'h:declined', reason: 'declined' });
  await fake.clock.settle();
  checkout.close();
  checkout.close();
  await fake.clock.settle();
  expect(told()).toEqual(['ready', 'submit', 'decline', 'close']);
  expect(page.heard.at(-1)).toEqual(['close', 'api']);
  expect(await checkout.result).toMatchObject({ outcome: 'canceled', reason: 'api' });
  expect([fake.visits, target.children.length]).toEqual([[], 0]);
});

test('whoever comes late to what lasts hears it once and can prevent nothing', async () => {
  const { checkout, becomeReady, fake, say } = mount();
  const page = await becomeReady();
  say({ state: 'completed' });
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  for (const type of ['ready', 'complete', 'submit'] as const) {
    const listener = vi.fn((event: Event) => event.preventDefault());
    checkout.on(type, listener as never);
    const off = checkout.on(type, () => expect.unreachable());
    off();
    expect(listener).not.toHaveBeenCalled();
    await fake.clock.settle();
    expect(listener).toHaveBeenCalledTimes(type === 'submit' ? 0 : 1);
    if (type !== 'submit') expect(listener.mock.calls[0]?.[0].defaultPrevented).toBe(false);
  }
});

test('a listener that throws is reported and stops nobody (fault 50)', async () => {
  const failure = new Error('mine');
  const onReady = vi.fn(() => {
    throw failure;
  });
  const { becomeReady, fake, checkout, told } = mount({ onReady });
  await becomeReady();
  expect(onReady).toHaveBeenCalledOnce();
  expect(fake.reported).toEqual([failure]);
  expect([checkout.phase, told()]).toEqual(['ready', ['ready']]);
});

test('an error that is prevented shows no panel', async () => {
  const { target, fake } = mount({ onError: (event) => event.preventDefault() });
  await fake.clock.advance(15_000);
  expect(target.querySelector('[role=alert]')).toBeNull();
  expect(target.querySelector('[sandbox]')).toBeNull();
});

test('what shows while it loads can be a node of the merchant’s, or nothing', async () => {
  const loading = document.createElement('p');
  const { target, becomeReady } = mount({ loading });
  expect(loading.isConnected).toBe(true);
  await becomeReady();
  expect(loading.isConnected).toBe(false);
  const { target: empty } = mount({ loading: false, initialHeight: 400 });
  expect((empty.firstElementChild as HTMLElement).style.minHeight).toBe('400px');
  expect([target.children.length, empty.firstElementChild?.children.length]).toEqual([1, 0]);
});

test('the completion is posted to the merchant’s own server before complete fires', async () => {
  const { fake, becomeReady, events } = mount({
    completion: { endpoint: '/confirm', headers: { 'X-CSRF': '1', 'Idempotency-Key': 'mine' } },
  });
  const page = await becomeReady();
  fake.answer = (url) =>
    url.endsWith('/confirm') ? fake.json({}) : fake.json(session({ state: 'completed' }));
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  const { url, init } = fake.requests.at(-1) ?? { url: '', init: {} };
  expect(url).toBe('https://shop.example/confirm');
  // Not led on: a page to log in on answers 200 and has settled nothing.
  expect(init).toMatchObject({ method: 'POST', keepalive: true, redirect: 'manual' });
  // What `fetch` does by itself.
  expect(init.credentials ?? 'same-origin').toBe('same-origin');
  expect(JSON.parse(init.body as string)).toEqual({ session_id: session().id, state: 'completed' });
  expect(
    Object.fromEntries(
      [...(init.headers as Headers)].map(([name, value]) => [name.toLowerCase(), value]),
    ),
  ).toEqual({
    'content-type': 'application/json',
    'idempotency-key': session().id,
    'x-csrf': '1',
  });
  expect(events.at(-1)).toMatchObject({ type: 'complete', verified: 'merchant' });
});

test('headers of a completion that are null are none', async () => {
  // A browser's refuse null, and those of a simulated document do not.
  const { Headers: Lenient } = globalThis;
  vi.stubGlobal(
    'Headers',
    class extends Lenient {
      constructor(given: HeadersInit | null) {
        if (given === null) throw new TypeError();
        super(given);
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const { fake, becomeReady, events } = mount({
    completion: { endpoint: '/confirm', headers: null as never },
  });
  const page = await becomeReady();
  fake.answer = (url) =>
    url.endsWith('/confirm') ? fake.json({}) : fake.json(session({ state: 'completed' }));
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  expect(events.at(-1)).toMatchObject({ type: 'complete', verified: 'merchant' });
});

test.each<[string, (fake: FakePage) => Response | Promise<Response>]>([
  ['refuses', (fake) => fake.json({}, 409)],
  ['fails again and again', (fake) => fake.json({}, 503)],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['never answers', () => new Promise(() => undefined)],
])('a merchant’s server that %s keeps nobody from having paid', async (_, answer) => {
  const { fake, becomeReady, told, checkout } = mount({ completion: { endpoint: '/confirm' } });
  const page = await becomeReady();
  fake.answer = (url) =>
    url.endsWith('/confirm') ? answer(fake) : fake.json(session({ state: 'completed' }));
  page.send({ t: 'h:completed' });
  await fake.clock.advance(10_000);
  expect(told()).toEqual(['ready', 'warning completion_not_confirmed', 'complete']);
  expect(await checkout.result).toMatchObject({ verified: 'api' });
  // Nor is the page in the frame asked any more whether it is there.
  await fake.clock.advance(60_000);
  expect(fake.clock.pending()).toBe(0);
});

test('the post is tried again with the same key when the merchant’s server stumbles', async () => {
  const { fake, becomeReady, events } = mount({ completion: { endpoint: '/confirm' } });
  const page = await becomeReady();
  let tries = 0;
  fake.answer = (url) => {
    if (!url.endsWith('/confirm')) return fake.json(session({ state: 'completed' }));
    return ++tries < 3 ? fake.json({}, 502) : fake.json({}, 204);
  };
  page.send({ t: 'h:completed' });
  await fake.clock.advance(10_000);
  expect(tries).toBe(3);
  expect(events.at(-1)).toMatchObject({ type: 'complete', verified: 'merchant' });
});

test('closed while the merchant’s server is told, it is complete all the same, and is read no more', async () => {
  let confirm = (): void => undefined;
  const completion = () => new Promise<void>((resolve) => (confirm = resolve));
  const { fake, checkout, becomeReady, told, say } = mount({ completion });
  await becomeReady();
  say({ state: 'completed' });
  await checkout.refresh();
  checkout.close();
  checkout.close();
  const reads = fake.requests.length;
  fake.window.dispatch('online', {});
  confirm();
  await fake.clock.settle();
  expect([told(), fake.requests.length]).toEqual([['ready', 'close', 'complete'], reads]);
  expect(await checkout.result).toMatchObject({ outcome: 'completed', verified: 'merchant' });
});

test.each([
  ['that nobody has answered yet', () => new Promise<never>(() => undefined), 1],
  ['that is to be tried again', (fake: FakePage) => fake.json({}, 503), 2],
])('destroy takes back a post %s', async (_, answer, posts) => {
  const { fake, checkout, becomeReady } = mount({ completion: { endpoint: '/confirm' } });
  await becomeReady();
  fake.answer = (url) =>
    url.endsWith('/confirm') ? answer(fake) : fake.json(session({ state: 'completed' }));
  void checkout.refresh();
  await fake.clock.advance(600);
  checkout.destroy();
  await fake.clock.advance(60_000);
  const posted = fake.requests.filter(({ url }) => url.endsWith('/confirm'));
  expect(posted.map(({ init }) => init.signal?.aborted)).toEqual(Array(posts).fill(true));
});

test('the timeline names the messages, and nothing of what is in them', async () => {
  const debug = vi.fn();
  const { becomeReady, fake } = mount({ debug });
  const page = await becomeReady();
  const amounts = { amount_subtotal_atom: 4321, amount_discount_atom: 0, amount_total_atom: 4321 };
  page.send({ t: 'h:change', currency: 'usd', ...amounts });
  page.send({ t: 'h:declined', reason: 'declined', decline_code: 'stolen_card' });
  await fake.clock.settle();
  const told = JSON.stringify(debug.mock.calls);
  expect(told).toContain('h:change');
  expect(told).toContain('h:declined');
  for (const part of ['4321', 'usd', 'stolen_card']) expect(told).not.toContain(part);
});

test('no error, log or text of the page ever holds the token', async () => {
  const debug = vi.fn();
  const { fake, checkout, events } = mount({ debug }, (page) => {
    page.answer = () => page.json({ code: 'token_rejected', detail: token }, 401);
  });
  await fake.clock.advance(20_000);
  const failure = await checkout.result.catch((error: unknown) => error as Error);
  const own = JSON.stringify(failure, Object.getOwnPropertyNames(failure));
  const all = [events, fake.printed, fake.reported, debug.mock.calls, fake.marks];
  const seen = [own, ...all.map((value) => JSON.stringify(value))];
  expect(seen.join()).not.toContain(token);
  expect(document.documentElement.outerHTML).not.toContain(token);
});
