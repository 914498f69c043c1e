// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import type { Platform } from '../platform/Platform.ts';
import { handleCheckoutReturnOn } from '../return/handleCheckoutReturn.ts';
import { checkoutUrl } from '../session/checkoutUrl.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import { retrieveSessionOn } from '../session/retrieveSession.ts';
import { waitForCompletionOn } from '../session/waitForCompletion.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import { nextTask } from '../testing/fixtures/nextTask.ts';
import { mountCheckoutOn } from './mountCheckout.ts';
import { openCheckoutOn } from './openCheckout.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import { popupCheckoutOn } from './popupCheckout.ts';
import { prepareCheckoutOn } from './prepareCheckout.ts';
import { redirectToCheckoutOn } from './redirectToCheckout.ts';
import { startCheckoutOn } from './startCheckout.ts';

digestAtOnce();

afterEach(() => document.body.replaceChildren());

/** What a call throws, as its code and its sentence. */
function thrown(call: () => unknown): string {
  try {
    call();
    return 'nothing';
  } catch (error) {
    return isPaymentKitError(error) ? `${error.code}: ${error.message}` : `raw: ${String(error)}`;
  }
}

/** Whatever a page without types may pass, by what it is. */
const kinds: Readonly<Record<string, unknown>> = {
  text: 'x',
  number: 5,
  NaN,
  true: true,
  symbol: Symbol('x'),
  array: [],
  object: {},
  'object without a prototype': Object.create(null) as unknown,
  date: new Date(0),
  function: () => 5,
};

/** What each option takes of that; everything else is refused. */
const taken: Readonly<Record<string, string>> = {
  secureToken: 'text function',
  url: 'function',
  host: '',
  locale: '',
  texts: 'array object object without a prototype date',
  appearance: 'array object object without a prototype date',
  prefill: 'array object object without a prototype date',
  redirect: '',
  completion: 'function NaN',
  timeoutMs: 'number',
  initialHeight: 'number',
  loading: 'NaN',
  dismissible: 'true',
  signal: '',
  debug: 'true function',
  onReady: 'function',
  onPaid: '',
};

/** Nothing of a checkout is in the page, and nothing of it listens or waits. */
function expectNothingLeft({ window, documentEvents, clock, platform }: FakePage): void {
  expect(document.querySelectorAll('main *, paymentkit-overlay')).toHaveLength(0);
  expect([window.count('message'), window.count('online'), clock.pending()]).toEqual([0, 0, 0]);
  expect(documentEvents.count('visibilitychange')).toBe(0);
  expect(platform.document.adoptedStyleSheets).toEqual([]);
}

const givenOf = (option: string, value: unknown): object => ({
  ...(option === 'url' ? {} : { secureToken: token, host }),
  [option]: value,
});

test.each(Object.entries(taken))(
  'code without types that passes "%s" wrongly is told which option it was, and nothing is left',
  (option, fitting) => {
    for (const [kind, value] of Object.entries(kinds)) {
      if (fitting.includes(kind)) continue;
      for (const begin of [
        (given: object, fake: FakePage) =>
          mountCheckoutOn(
            fake.platform,
            document.body.appendChild(document.createElement('main')),
            given,
          ),
        (given: object, fake: FakePage) => openCheckoutOn(fake.platform, given),
      ]) {
        const fake = createFakePage();
        const error = thrown(() => begin(givenOf(option, value), fake));
        expect(error, `${option}: ${kind}`).toMatch(/^invalid_option: Failed to /);
        expect(error).toContain(
          { secureToken: 'secure token', onReady: 'ready' }[option] ?? `"${option}"`,
        );
        expect(error).not.toContain(token);
        expectNothingLeft(fake);
      }
    }
  },
);

test.each([undefined, null, 5, 'cst_1'])('without options (%s) every way in says so', (given) => {
  const { platform } = createFakePage();
  for (const begin of [
    () => mountCheckoutOn(platform, document.body, given as never),
    () => openCheckoutOn(platform, given as never),
    () => startCheckoutOn(platform, given as never),
    () => popupCheckoutOn(platform, given as never),
    () => prepareCheckoutOn(platform, given as never),
  ]) {
    expect(thrown(begin)).toMatch(/^invalid_option: Failed to read the options: there are none/);
  }
});

test('where an element is named as a function of the document every way in that draws says so', () => {
  const { platform } = createFakePage();
  Object.assign(platform.document, { createElement: document.createElement('form') });
  const options = { secureToken: token, host };
  const said = 'invalid_option: Failed to start: an element of this page is named "createElement"';
  for (const start of [
    () => mountCheckoutOn(platform, document.body, options),
    () => openCheckoutOn(platform, options),
    () => popupCheckoutOn(platform, options),
    () => startCheckoutOn(platform, options),
    () => prepareCheckoutOn(platform, options),
  ]) {
    expect(thrown(start)).toContain(said);
  }
});

test('on a server every way in says where to call it', () => {
  const { platform } = createFakePage();
  const server = Object.defineProperty(platform, 'document', { value: undefined });
  const options = { secureToken: token, host };
  for (const begin of [
    () => mountCheckoutOn(server, 'main', options),
    () => openCheckoutOn(server, options),
    () => startCheckoutOn(server, options),
    () => startCheckoutOn(server, { ...options, mode: 'redirect' }),
    () => popupCheckoutOn(server, options),
    () => prepareCheckoutOn(server, options),
  ]) {
    expect(thrown(begin)).toContain('insecure_context: Failed to start: there is no page here');
  }
});

test.each<[string, () => unknown]>([
  ['an empty text', () => ''],
  ['a broken selector', () => 'main['],
  ['a selector of nothing', () => '#nowhere'],
  ['nothing', () => undefined],
  ['a number', () => 5],
  ['an object', () => ({})],
  ['the document', () => document],
  ['a text node in the page', () => document.body.appendChild(document.createTextNode('x'))],
  ['an element out of the page', () => document.createElement('main')],
  [
    'an element of another page',
    () => {
      const other = document.implementation.createHTMLDocument();
      return other.body.appendChild(other.createElement('main'));
    },
  ],
])('%s is no target, and nothing is left', (_, target) => {
  const fake = createFakePage();
  const mount = () =>
    mountCheckoutOn(fake.platform, target() as string, { secureToken: token, host });
  expect(thrown(mount)).toMatch(/^target_not_found: Failed to mount the checkout/);
  expectNothingLeft(fake);
});

test('options that throw while they are read leave nothing, and those that are frozen or a proxy work', async () => {
  const fake = createFakePage();
  const trap: object = Object.defineProperty({ host }, 'secureToken', {
    enumerable: true,
    get: () => {
      throw new Error('mine');
    },
  });
  for (const begin of [
    () => mountCheckoutOn(fake.platform, document.body, trap),
    () => openCheckoutOn(fake.platform, trap),
  ]) {
    expect(thrown(begin)).toBe('raw: Error: mine');
    expectNothingLeft(fake);
  }
  const given = (): Partial<CheckoutOptions> => ({
    redirect: 'never',
    appearance: Object.freeze({ theme: 'dark' }),
    prefill: Object.freeze({ email: 'robin@alder.example' }),
    texts: Object.freeze({ title: 'Till' }),
  });
  // As a reactive framework hands them out; a proxy cannot be cloned into a message.
  const deep = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (of, key) => {
        const found: unknown = Reflect.get(of, key);
        return typeof found === 'object' ? deep({ ...found }) : found;
      },
    });
  for (const options of [Object.freeze(given()), deep(given())]) {
    const { becomeReady, told } = mountOnFakePage(options);
    const page = await becomeReady();
    expect(told()).toEqual(['ready']);
    expect(page.heard[0]).toMatchObject(['init', { prefill: { email: 'robin@alder.example' } }]);
  }
});

test('a listener that could never be called, and changes that are none, are refused', () => {
  const { checkout } = mountOnFakePage();
  const on = checkout.on as (type: unknown, listener: unknown) => unknown;
  for (const [type, listener] of [
    ['completed', () => undefined],
    ['toString', () => undefined],
    ['ready', undefined],
    ['ready', {}],
  ] as const) {
    expect(thrown(() => on(type, listener))).toMatch(/^invalid_option: Failed to listen to/);
  }
  for (const changes of [
    undefined,
    null,
    'dark',
    { appearance: 'dark' },
    { locale: 5 },
    { theme: 'dark' },
  ]) {
    expect(thrown(() => checkout.update(changes as never))).toMatch(/^invalid_option/);
  }
});

test('a listener that is async and rejects stops nobody', async () => {
  const failure = new Error('mine');
  const told: string[] = [];
  const rejected: unknown[] = [];
  const hear = (error: unknown): void => void rejected.push(error);
  process.on('unhandledRejection', hear);
  const { becomeReady, checkout } = mountOnFakePage({
    onReady: () => Promise.reject(failure) as unknown as undefined,
  });
  checkout.on('ready', () => told.push('ready'));
  await becomeReady();
  await nextTask();
  process.off('unhandledRejection', hear);
  // As any other rejection of the page's own: where it looks for those, it finds this one.
  expect([told, checkout.phase, rejected]).toEqual([['ready'], 'ready', [failure]]);
});

test.each<[string, () => unknown]>([
  ['an object', () => ({ secure_token: token })],
  ['an id', () => 'cs_test_abcdefgh12345678'],
  ['markup', () => '<script>'],
  ['nothing', () => undefined],
  ['an answer of fetch', () => new Response('{}')],
])(
  'a function for the token that brings %s is invalid_option, without a retry',
  async (_, value) => {
    const { fake, told, target } = mountOnFakePage({
      secureToken: () => Promise.resolve(value() as string),
    });
    await fake.clock.advance(1);
    expect(told()).toEqual(['error invalid_option']);
    expect(target.querySelector('button')).toBeNull();
    expect([fake.frames, fake.requests]).toEqual([[], []]);
  },
);

/** As long as `work` takes, every object has what a script of the page has merged too deeply. */
async function whilePolluted(evil: object, work: () => Promise<void>): Promise<void> {
  // What Node itself makes, such as an AbortController, inherits from the Object of another world.
  const nodes: unknown = Object.getPrototypeOf(AbortController.prototype);
  const polluted = [Object.prototype, nodes] as Record<string, unknown>[];
  for (const every of polluted) Object.assign(every, evil);
  try {
    await work();
  } finally {
    for (const every of polluted)
      for (const name of Object.keys(evil)) Reflect.deleteProperty(every, name);
  }
}

test.each<[string, (platform: Platform) => unknown]>([
  ['mountCheckout', (page) => mountCheckoutOn(page, document.body, { secureToken: token })],
  ['redirectToCheckout', (page) => redirectToCheckoutOn(page, { secureToken: token })],
  ['handleCheckoutReturn', (page) => handleCheckoutReturnOn(page)],
  ['retrieveSession', (page) => retrieveSessionOn(page, token)],
  ['waitForCompletion', (page) => waitForCompletionOn(page, token, { timeoutMs: 1000 })],
  ['checkoutUrl', (page) => page.location.assign(checkoutUrl(token))],
])('a polluted Object.prototype sends nobody to another host: %s', async (_, start) => {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  const record = { at: fake.platform.Date.now(), host: 'https://checkout.paymentkit.com', token };
  fake.storage.set('paymentkit:checkout', JSON.stringify(record));
  const evil = {
    host: 'https://evil.example',
    url: 'https://evil.example/checkout/cst_evil',
    secureToken: 'cst_evil',
    completion: { endpoint: 'https://evil.example/settle' },
    access: { host: 'https://evil.example', token: 'cst_evil' },
  };
  await whilePolluted(evil, async () => {
    // What it comes to is told elsewhere; one that leaves has not ended.
    Promise.resolve(start(fake.platform)).catch(() => undefined);
    await fake.clock.settle();
  });
  const frames = fake.frames.map(({ element }) => element.getAttribute('src') ?? '');
  const asked = [...fake.visits, ...fake.requests.map(({ url }) => url), ...frames];
  expect(asked).not.toEqual([]);
  expect(asked.filter((url) => !url.startsWith('https://checkout.paymentkit.com/'))).toEqual([]);
});

test('a token that every object has is not that of a checkout that is over: nobody is asked', async () => {
  const fake = createFakePage();
  const { id, success_url } = session();
  fake.href = success_url;
  const [page] = success_url.split('?');
  const record = { at: fake.platform.Date.now(), state: 'completed', id, success_url: page };
  fake.storage.set('paymentkit:checkout', JSON.stringify(record));
  await whilePolluted({ host: 'https://evil.example', token: 'cst_evil' }, async () => {
    expect(await handleCheckoutReturnOn(fake.platform)).toEqual({
      outcome: 'completed',
      sessionId: id,
      verified: 'none',
    });
  });
  expect(fake.requests).toEqual([]);
});

test('a session that every object has is none that was read: nothing is completed', async () => {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  const evil = { session: session({ state: 'completed' }), hint: 'completed', painted: true };
  await whilePolluted(evil, async () => {
    const prepared = prepareCheckoutOn(fake.platform, {
      target: document.body,
      secureToken: token,
    });
    await fake.clock.settle();
    const checkout = prepared.start();
    await fake.clock.settle();
    expect(checkout.phase).toBe('loading');
    expect(checkout.session?.state).not.toBe('completed');
    prepared.destroy();
  });
});

test('an end that every object has is none that this tab has come back from', async () => {
  const fake = createFakePage();
  const page = fake.href.split(/[?#]/)[0];
  await whilePolluted(
    { state: 'completed', id: 'cs_evil', success_url: page, token: 'cst_evil' },
    async () => {
      expect(await handleCheckoutReturnOn(fake.platform)).toBeUndefined();
    },
  );
  expect(fake.requests).toEqual([]);
});
