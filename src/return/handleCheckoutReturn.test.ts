// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { redirectToCheckoutOn } from '../checkout/redirectToCheckout.ts';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { retrieveSessionOn } from '../session/retrieveSession.ts';
import { waitForCompletionOn } from '../session/waitForCompletion.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { nextTask } from '../testing/fixtures/nextTask.ts';
import { handleCheckoutReturnOn } from './handleCheckoutReturn.ts';

const id = session().id;
const success = session().success_url;
const cart = session().return_url;

let fake: FakePage;

/** A new page load of the same tab. */
function visit(href: string, navigation = 'navigate'): void {
  fake.href = href;
  fake.navigation = navigation;
  fake.timeOrigin += 1000;
}

const say = (changes: Partial<CheckoutSession>): void => {
  fake.answer = () => fake.json(session(changes));
};
const handle = (options?: Parameters<typeof handleCheckoutReturnOn>[1]) =>
  handleCheckoutReturnOn(fake.platform, options);

beforeEach(async () => {
  fake = createFakePage();
  say({});
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host });
  await nextTask();
});

/** Ends the promise of leaving. */
async function comeBack(): Promise<void> {
  fake.window.dispatch('pagehide', { persisted: true });
  fake.window.dispatch('pageshow', { persisted: true });
  await nextTask();
}

afterEach(comeBack);

test('redirect leaves for the hosted page, reads nothing and keeps one record in this tab', () => {
  expect(fake.visits).toEqual([`${host}/checkout/${token}?locale=en-GB`]);
  expect(fake.requests).toEqual([]);
  expect([...fake.storage.keys()]).toEqual(['paymentkit:checkout']);
  expect(JSON.parse([...fake.storage.values()][0] ?? '')).toMatchObject({ host, token });
});

test('paid: completed, by the word of the API, and the same again without the token', async () => {
  visit(success);
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed', sessionId: id, verified: 'api' });
  expect([...fake.storage.values()].join()).not.toContain(token);
  const requests = fake.requests.length;
  for (const navigation of ['navigate', 'reload']) {
    expect(await handle()).toEqual({ outcome: 'completed', sessionId: id, verified: 'none' });
    visit(success, navigation);
    await fake.clock.advance(12 * 3_600_000 - 1);
  }
  expect(fake.requests).toHaveLength(requests);
  visit('https://shop.example/other');
  expect(await handle()).toBeUndefined();
  // For a day, which nobody makes longer by looking.
  await fake.clock.advance(2);
  visit(success);
  expect(await handle()).toMatchObject({ outcome: 'unknown' });
});

test('what follows the path makes no other page of it', async () => {
  const { origin, pathname } = new URL(success);
  visit(`${origin}${pathname}?utm=1#top`);
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed', verified: 'api' });
  visit(`${origin}${pathname}?utm=2`);
  expect(await handle()).toMatchObject({ outcome: 'completed', verified: 'none' });
});

test.each(['cs_<img/src=x>', 'cs_a', `cs_${'a'.repeat(97)}`, 'cs_abcd%00', 'xcs_abcd', 'cst_abcd'])(
  'without a record, "%s" in an address is no id',
  async (value) => {
    fake.storage.clear();
    visit(`https://shop.example/success?s=${value}`);
    expect(await handle()).toBeUndefined();
  },
);

test('the merchant’s server is told before the answer, once', async () => {
  visit(success);
  fake.answer = (url) =>
    url.endsWith('/confirm') ? fake.json({}, 204) : fake.json(session({ state: 'completed' }));
  const completion = { endpoint: '/confirm' };
  expect(await handle({ completion })).toMatchObject({ verified: 'merchant' });
  expect(await handle({ completion })).toMatchObject({ verified: 'none' });
  expect(fake.requests.filter(({ url }) => url.endsWith('/confirm'))).toHaveLength(1);
});

test('a merchant’s server that refuses does not take the payment back', async () => {
  visit(success);
  fake.answer = (url) =>
    url.endsWith('/confirm') ? fake.json({}, 500) : fake.json(session({ state: 'completed' }));
  const pending = fake.clock.pending();
  const visited = handle({ completion: { endpoint: '/confirm', timeoutMs: 10_000 } });
  await fake.clock.advance(10_000);
  expect(await visited).toMatchObject({ outcome: 'completed', verified: 'api' });
  // At once, and after 0.5, 1, 2 and 4 seconds: a server that is down is not stormed.
  expect(fake.requests.filter(({ url }) => url.endsWith('/confirm'))).toHaveLength(5);
  expect(fake.clock.pending()).toBe(pending);
});

test('not paid: canceled, on one page load and its reloads, and resume goes back', async () => {
  visit(cart);
  const answer = await handle();
  expect(answer).toMatchObject({
    outcome: 'canceled',
    verified: 'api',
    session: { state: 'open' },
  });
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
  visit(cart, 'reload');
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
  visit(cart);
  expect(await handle()).toBeUndefined();
  visit(cart, 'reload');
  expect(await handle()).toBeUndefined();

  answer?.resume?.();
  expect(fake.visits.at(-1)).toBe(`${host}/checkout/${token}`);
  visit(cart);
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
});

test('the shopper who pays after all is completed', async () => {
  visit(cart);
  await handle();
  visit(success);
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed' });
});

test.each([
  ['open', 'canceled', true],
  ['processing', 'processing', false],
  ['expired', 'expired', false],
  ['completed', 'completed', false],
] as const)(
  '%s is %s, can be resumed: %j, only a payment is posted, and no end leaves the token behind',
  async (state, outcome, open) => {
    visit(success);
    say({ state });
    const completion = vi.fn(() => Promise.resolve());
    const answer = await handle({ completion });
    expect(answer).toMatchObject({ outcome, verified: state === 'completed' ? 'merchant' : 'api' });
    expect(answer?.resume !== undefined).toBe(open);
    const told = state === 'completed' ? [[{ sessionId: id, state }]] : [];
    expect(completion.mock.calls).toEqual(told);
    const isKept = [...fake.storage.values()].join().includes(token);
    expect(isKept).toBe(state === 'open' || state === 'processing');
  },
);

// The latter two are spelt a little like those that end a session.
test.each(['paused', 'retried', 'requires_action'])(
  'a state that is new to it ends nothing: the record stays at %s',
  async (state) => {
    visit(success);
    say({ state: state as 'open' });
    expect(await handle()).toMatchObject({ outcome: state, verified: 'api' });
    say({ state: 'completed' });
    expect(await handle()).toMatchObject({ outcome: 'completed', verified: 'api' });
  },
);

test('an ordinary page is no return, and the record waits for a day', async () => {
  visit('https://shop.example/about');
  expect(await handle()).toBeUndefined();
  visit('https://evil.example/success');
  expect(await handle()).toBeUndefined();
  await fake.clock.advance(24 * 3_600_000 - 1);
  visit(success);
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
});

test('after a day it is none, and the address is for the merchant’s server to judge', async () => {
  visit(success);
  await fake.clock.advance(24 * 3_600_000);
  expect(await handle()).toMatchObject({ outcome: 'unknown', sessionId: id });
});

test('a page that is named nowhere is a return when a query value is the session’s id', async () => {
  visit(`https://shop.example/thanks?order=7&c=${id}`);
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed' });
});

test('addresses that are no secure ones name no page, and the id still does', async () => {
  say({ success_url: 'http://shop.example/success', return_url: 'shop' });
  for (const href of ['https', 'http'].flatMap((scheme) => [
    `${scheme}://shop.example/success`,
    `${scheme}://shop.example/about`,
  ])) {
    visit(href);
    expect(await handle()).toBeUndefined();
  }
  visit(`https://shop.example/success?s=${id}`);
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
});

test('a page is the same however a session writes its address', async () => {
  say({ success_url: 'https://SHOP.example:443/danke schön?order=7' });
  visit('https://shop.example/danke%20sch%C3%B6n');
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
});

test('who comes back from another session hears nothing of the one that this tab knows (threats 32, 36)', async () => {
  const other = { outcome: 'unknown', sessionId: 'cs_dev_other', verified: 'none' };
  const elsewhere = success.replace(id, 'cs_dev_other');
  visit(elsewhere);
  expect(await handle()).toEqual(other);
  // It waits for its own visit, of which the one above was none.
  visit(success);
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed', verified: 'api' });
  visit(elsewhere);
  expect(await handle()).toEqual(other);
  visit(`${success}&before=cs_dev_other`);
  expect(await handle()).toMatchObject({ outcome: 'completed', sessionId: id, verified: 'none' });
});

test('a status in the address says nothing', async () => {
  visit(`${success}&status=success&state=completed&outcome=completed`);
  expect(await handle()).toMatchObject({ outcome: 'canceled' });
});

test('a session that cannot be read is unknown, with the error, and the record stays', async () => {
  visit(success);
  fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const answer = await handle();
  // The address says which, for the merchant's server to judge.
  expect(answer).toMatchObject({ outcome: 'unknown', verified: 'none', sessionId: id });
  expect(answer?.error?.code).toBe('network');
  visit(cart);
  expect(await handle()).toMatchObject({ outcome: 'unknown', error: { code: 'network' } });
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed' });
});

test('what a script has left on every object makes no failure of a session that was read', async () => {
  // What Node parses inherits from the Object of another world.
  const every = Object.getPrototypeOf(await Response.json({}).json()) as object;
  const left = { docUrl: 'https://evil.example', code: 'network', error: true };
  Object.assign(every, left);
  onTestFinished(() => {
    for (const name of Object.keys(left)) Reflect.deleteProperty(every, name);
  });
  visit(success);
  say({ state: 'completed' });
  expect(await handle()).toMatchObject({ outcome: 'completed', verified: 'api' });
});

test('without a record, an id in the address is for the merchant’s server to judge', async () => {
  fake.storage.clear();
  visit(`https://shop.example/success?s=${id}`);
  expect(await handle()).toEqual({ outcome: 'unknown', sessionId: id, verified: 'none' });
  for (const href of [
    'https://shop.example/?q=cs',
    'https://shop.example/?q=csv_export',
    success.split('?')[0] ?? '',
  ]) {
    visit(href);
    expect(await handle()).toBeUndefined();
  }
  expect(fake.requests).toEqual([]);
});

test('blocked or foreign storage is no record (fault 18)', async () => {
  for (const value of ['not json', 'null', '7', '{}', '[]']) {
    fake.storage.set('paymentkit:checkout', value);
    visit('https://shop.example/about');
    expect(await handle()).toBeUndefined();
  }
  await comeBack();
  fake = createFakePage();
  Object.defineProperty(fake.platform, 'sessionStorage', {
    get: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(await handle()).toBeUndefined();
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host });
  await nextTask();
  expect(fake.visits).toHaveLength(1);
});

test('the address is left alone, or loses just the parameter that holds the id', async () => {
  const href = `https://shop.example/success?a=x%20y&s=${id}&b=%2B#part`;
  visit(href);
  say({ state: 'completed' });
  await handle();
  expect(fake.href).toBe(href);
  await handle({ secureToken: token, host, cleanUrl: true });
  expect(fake.href).toBe('https://shop.example/success?a=x%20y&b=%2B#part');
  // Where it is known already how the session ended, too; not where the address is all that is known.
  for (const [before, after] of [
    [`?s=${id}`, ''],
    [`?s=${id}&b`, '?b'],
    [`?a&s=${id}#part`, '?a#part'],
    ['?s=cs_dev_other', '?s=cs_dev_other'],
  ] as const) {
    visit(`https://shop.example/success${before}`);
    await handle({ cleanUrl: true });
    expect(fake.href).toBe(`https://shop.example/success${after}`);
  }
});

test('a token of the server is asked about, whatever the tab remembers', async () => {
  visit('https://shop.example/orders/7');
  const remembered = new Map(fake.storage);
  const answer = await handle({ secureToken: token, host });
  expect(answer).toMatchObject({ outcome: 'canceled' });
  await fake.clock.advance(1000);
  answer?.resume?.();
  expect(fake.visits.at(-1)).toBe(`${host}/checkout/${token}`);
  say({ state: 'completed' });
  expect(await handle({ secureToken: token, host })).toMatchObject({ outcome: 'completed' });
  expect(fake.storage).toEqual(remembered);
  const asked = fake.requests.map(({ url }) => new URL(url).origin);
  expect(asked).toEqual([host, host]);
});

test.each(['', null, 'undefined', id])(
  'a token of the server that is %j is a mistake, not a visit that is none',
  async (secureToken) => {
    await expect(handle({ secureToken: secureToken as string })).rejects.toMatchObject({
      code: 'invalid_option',
    });
  },
);

test('a second call while leaving gives the same promise, which ends when the page comes back', async () => {
  await comeBack();
  fake = createFakePage();
  const first = redirectToCheckoutOn(fake.platform, { secureToken: token, host, remember: false });
  const second = redirectToCheckoutOn(fake.platform, { secureToken: 'cst_other', host });
  expect(second).toBe(first);
  await nextTask();
  expect([fake.visits.length, fake.storage.size]).toEqual([1, 0]);
  // That of the page that is still loading.
  fake.window.dispatch('pageshow', { persisted: false });
  await nextTask();
  expect(redirectToCheckoutOn(fake.platform, { secureToken: token, host })).toBe(first);
  await comeBack();
  await first;
  expect(fake.window.count('pageshow') + fake.window.count('pagehide')).toBe(0);
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host });
  await nextTask();
  expect(fake.visits).toHaveLength(2);
});

test('a token that never comes ends after 15 seconds, and one that comes later goes nowhere', async () => {
  await comeBack();
  fake = createFakePage();
  let answer: (value: string) => void = () => undefined;
  const secureToken = (): Promise<string> => new Promise((resolve) => (answer = resolve));
  const leaving = redirectToCheckoutOn(fake.platform, { secureToken, host });
  let error: unknown;
  leaving.catch((reason: unknown) => (error = reason));
  await fake.clock.advance(14_999);
  expect(error).toBeUndefined();
  await fake.clock.advance(1);
  expect(error).toMatchObject({
    code: 'token_unavailable',
    recoverable: true,
    message: expect.stringContaining('no answer in time') as string,
  });
  answer(token);
  await nextTask();
  expect([...fake.visits, ...fake.storage.keys()]).toEqual([]);
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host });
  await nextTask();
  expect(fake.visits).toHaveLength(1);
});

test('a shopper who stops the browser can press again, after 15 seconds', async () => {
  let ended = false;
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host }).then(() => (ended = true));
  await fake.clock.advance(14_999);
  expect(ended).toBe(false);
  await fake.clock.advance(1);
  expect(ended).toBe(true);
  void redirectToCheckoutOn(fake.platform, { secureToken: token, host });
  await nextTask();
  expect(fake.visits).toHaveLength(2);
});

test.each([{ endpoint: '/api/orders/confirm' }, { onComplete: () => undefined }, token, null])(
  'options that do not exist (%j) are refused, and so is what is no object',
  async (given) => {
    await comeBack();
    const page = createFakePage();
    for (const call of [
      () => handle(given as object),
      () => redirectToCheckoutOn(page.platform, given as object),
      () => retrieveSessionOn(page.platform, token, given as object),
      () => waitForCompletionOn(page.platform, token, given as object),
    ]) {
      await expect(call()).rejects.toMatchObject({
        code: 'invalid_option',
        message: expect.stringMatching(/there is no "|there are none/) as string,
      });
    }
    expect([...page.requests, ...page.visits]).toEqual([]);
  },
);

test('on a server neither leaving nor coming back is to be had', async () => {
  await comeBack();
  Object.defineProperty(fake.platform, 'document', { value: undefined });
  for (const call of [
    () => handle(),
    () => redirectToCheckoutOn(fake.platform, { secureToken: token, host }),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'insecure_context' });
  }
});

test('redirect rejects a wrong option, and a token that does not come', async () => {
  await comeBack();
  fake = createFakePage();
  const codeOf = (options: object): Promise<unknown> =>
    redirectToCheckoutOn(fake.platform, { host, ...options }).then(
      () => 'left',
      (error: unknown) => (isPaymentKitError(error) ? error.code : error),
    );
  expect(await codeOf({ secureToken: 'sk_test_1' })).toBe('invalid_option');
  expect(await codeOf({ secureToken: token, locale: 'x' })).toBe('invalid_option');
  expect(await codeOf({ secureToken: () => Promise.reject(new Error('500')) })).toBe(
    'token_unavailable',
  );
  expect(await codeOf({ secureToken: () => Promise.resolve('cs_dev_1') })).toBe('invalid_option');
  expect(fake.visits).toEqual([]);
});
