// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { describeEvent } from '../../e2e/contract/describeEvent.ts';
import * as core from '../index.ts';
import * as kit from './index.ts';
import type { TestCheckout } from './TestCheckout.ts';

const {
  createTestCheckout,
  handleCheckoutReturn,
  mountCheckout,
  openCheckout,
  popupCheckout,
  prepareCheckout,
  redirectToCheckout,
  startCheckout,
} = kit;
const secureToken = 'cst_example';

let shop: TestCheckout;

beforeEach(() => {
  shop = createTestCheckout();
});

afterEach(() => {
  shop.checkout?.destroy();
  document.body.replaceChildren();
});

const mount = (options: Partial<core.CheckoutOptions> = {}): core.Checkout =>
  mountCheckout(document.body, { secureToken, ...options });

const told = (): string[] =>
  shop.events
    .filter(({ type }) => type !== 'resize')
    .map((event) => describeEvent(event as unknown as Record<string, unknown>));

test('has every name of the core entry, and what they give is the same (4: 24)', () => {
  expect(Object.keys(kit)).toEqual(expect.arrayContaining(Object.keys(core)));
  expect(kit.isPaymentKitError).toBe(core.isPaymentKitError);
});

test('says what the page posted and where it went', async () => {
  mount({ completion: { endpoint: '/api/confirm', headers: { 'X-Csrf': 'a' } } });
  await shop.complete();
  expect(shop.completions).toEqual([
    {
      url: 'https://shop.example/api/confirm',
      sessionId: shop.session.id,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': shop.session.id,
        'x-csrf': 'a',
      },
    },
  ]);
  expect(shop.redirectedTo).toBe(shop.session.success_url);
  expect(told().at(-1)).toBe('complete merchant');
});

test('the merchant’s server refuses, or does not answer: it is paid all the same', async () => {
  shop.answerCompletions(422);
  mount({ completion: { endpoint: '/api/confirm' } });
  await shop.complete();
  expect(told().slice(-2)).toEqual(['warning completion_not_confirmed', 'complete api']);

  shop = createTestCheckout();
  shop.answerCompletions(503);
  mount({ completion: { endpoint: '/api/confirm' } });
  await shop.complete();
  expect(told()).not.toContain('complete api');
  await shop.advance(10_000);
  expect(told().at(-1)).toBe('complete api');
  expect(shop.completions.length).toBeGreaterThan(3);
});

test('without a word of the test nothing happens, however long', async () => {
  const checkout = mount({ timeoutMs: 1000 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([checkout.phase, told()]).toEqual(['loading', []]);
  await shop.advance(999);
  expect(checkout.phase).toBe('loading');
  await shop.advance(1);
  expect(checkout.phase).toBe('failed');
});

test('a challenge that is over does not come back with the page', async () => {
  mount();
  await shop.challenge();
  await shop.decline();
  shop.checkout?.destroy();
  mount();
  await shop.ready();
  expect(told().slice(-2)).toEqual(['decline declined generic_decline', 'ready']);
});

test('the frame is called what the hosted page calls itself', async () => {
  mount();
  await shop.ready();
  expect(document.querySelector('[title="Pay Alder Press"]')).not.toBeNull();
});

test('“Try again” works after a failure', async () => {
  mount();
  await shop.failToLoad();
  await expect(shop.complete()).rejects.toThrow('Take "tryAgain()" first');
  await shop.tryAgain();
  await shop.complete();
  expect(shop.checkout?.phase).toBe('completed');
});

test('the network goes after the charge: it is complete when it is back', async () => {
  const checkout = mount();
  await shop.ready();
  await shop.goOffline();
  await shop.complete();
  expect(checkout.phase).toBe('processing');
  expect(shop.redirectedTo).toBeUndefined();
  await shop.goOnline();
  expect([checkout.phase, shop.redirectedTo]).toEqual(['completed', shop.session.success_url]);
});

test('a slow network is slow on the test’s clock alone', async () => {
  shop.slow(8000);
  mount();
  await shop.complete();
  expect(told()).toEqual(['warning slow', 'ready', 'submit', 'processing payment', 'complete api']);
});

test('every answer of a slow network takes its time, and so does the hosted page', async () => {
  shop.slow(1000);
  mount({ redirect: 'never' });
  await shop.decline();
  await shop.complete();
  const [ready, submit, , decline, again, , complete] = shop.events.map(
    ({ timestamp }) => timestamp,
  );
  const since = (later = 0, earlier = 0): number => later - earlier;
  expect([since(submit, ready), since(decline, submit)]).toEqual([0, 1000]);
  expect([since(again, decline), since(complete, again)]).toEqual([0, 2000]);
});

test('on a slow network a page that is back on line has its answer when the step ends', async () => {
  const checkout = mount({ redirect: 'never' });
  await shop.ready();
  shop.slow(3000);
  await shop.goOffline();
  await shop.complete();
  expect(checkout.phase).toBe('processing');
  await shop.goOnline();
  expect(checkout.phase).toBe('completed');
});

test('a read that takes longer than a page waits for it has failed', async () => {
  shop.slow(11_000);
  mount({ timeoutMs: 60_000 });
  await shop.ready();
  expect(told()).toContain('warning api_unreachable');
});

test('the page stands where the test says, and holds a session of its own', async () => {
  shop = createTestCheckout({ page: 'https://shop.example/pay/' });
  const checkout = mount({ redirect: 'never', completion: { endpoint: 'confirm' } });
  await shop.complete();
  expect([shop.page, shop.completions[0]?.url]).toEqual([
    'https://shop.example/pay/',
    'https://shop.example/pay/confirm',
  ]);
  expect(checkout.session).toEqual(shop.session);
  expect(checkout.session?.merchant).not.toBe(shop.session.merchant);
});

test('a session can be what the test needs, and change under way', async () => {
  shop = createTestCheckout({ session: { amount_total_atom: 1200, currency: 'eur' } });
  const checkout = mount();
  await shop.ready();
  expect(checkout.session).toMatchObject({ amount_total_atom: 1200, currency: 'eur' });
  shop.change({ amount_total_atom: 900 });
  expect(await checkout.refresh()).toMatchObject({ amount_total_atom: 900 });

  shop = createTestCheckout({ session: { state: 'completed' } });
  mountCheckout(document.body.appendChild(document.createElement('div')), { secureToken });
  await shop.advance(0);
  expect(shop.checkout?.phase).toBe('completed');
});

const amounts = { amount_subtotal_atom: 6800, amount_discount_atom: 1800, amount_total_atom: 5000 };

test('a promotion code is told with its amounts, and once', async () => {
  const onChange = vi.fn();
  const checkout = mount({ onChange, redirect: 'never' });
  await shop.applyCode(amounts);
  await checkout.refresh();
  await shop.advance(0);
  expect(onChange.mock.calls).toEqual([[expect.objectContaining({ ...amounts, currency: 'usd' })]]);
  await shop.complete();
  expect(checkout.session).toMatchObject(amounts);
});

test('an order that costs something else is told when the page has read it again, and when Pay finds out', async () => {
  const checkout = mount();
  await shop.ready();
  shop.change(amounts);
  await checkout.refresh();
  await shop.advance(0);
  expect(told()).toEqual(['ready', 'change 5000']);
  shop.change({ amount_total_atom: 5200, price_changed: true });
  await shop.decline({ reason: 'confirmation_required' });
  await shop.complete();
  expect(told()).toEqual([
    ...['ready', 'change 5000', 'submit', 'processing payment'],
    ...['decline confirmation_required', 'change 5200'],
    ...['submit', 'processing payment', 'complete api'],
  ]);
});

test('a page that hears something else goes on showing what it has shown', async () => {
  const checkout = mount();
  await shop.ready();
  shop.change(amounts);
  checkout.update({ locale: 'de' });
  await shop.advance(0);
  expect(told()).toEqual(['ready']);
});

test('Pay that the test itself lets find out is refused once', async () => {
  mount();
  await shop.ready();
  shop.change(amounts);
  await shop.decline({ reason: 'not_attempted' });
  expect(told().slice(3)).toEqual(['decline not_attempted', 'change 5000']);
  await shop.complete();
  expect(told().slice(5)).toEqual(['submit', 'processing payment', 'complete api']);
});

test('a cheaper order that is charged in place of a declined one is agreed to by nobody', async () => {
  const checkout = mount({ redirect: 'never' });
  await shop.ready();
  shop.change({ amount_total_atom: 900, price_changed: true });
  await shop.complete();
  expect(told()).toEqual(['ready', 'submit', 'processing payment', 'complete api']);
  expect(checkout.session?.amount_total_atom).toBe(900);
});

test('a code that lowers nothing is told all the same, and an order without a currency tells no amounts', async () => {
  mount();
  await shop.applyCode({ discount: null });
  expect(told()).toEqual(['ready', 'change 6800']);

  shop = createTestCheckout({ session: { currency: null, line_items: [] } });
  mount();
  await shop.applyCode({ amount_total_atom: 5000 });
  expect(told()).toEqual(['ready']);
});

describe('a session that another window pays', () => {
  beforeEach(() => {
    shop = createTestCheckout({ session: { state: 'processing' } });
  });

  test('is complete without a word of this page', async () => {
    const checkout = mount();
    await shop.complete();
    expect([checkout.phase, told()]).toEqual(['completed', ['ready', 'complete api']]);
  });

  test('is open to this page once it is declined there', async () => {
    mount();
    await shop.decline();
    expect(told()).toEqual(['ready']);
    await shop.complete();
    expect(told().slice(1)).toEqual(['submit', 'processing payment', 'complete api']);
  });

  test('asks this shopper for nothing', async () => {
    mount();
    await expect(shop.challenge()).rejects.toThrow('another window is paying this session');
    await expect(shop.delay()).rejects.toThrow('another window is paying this session');
  });
});

test('a payment that its bank has not answered yet is told as such, and ends either way', async () => {
  const checkout = mount();
  await shop.delay();
  expect([checkout.phase, told().at(-1)]).toEqual(['processing', 'processing confirmation']);
  await shop.decline();
  await shop.delay();
  await shop.complete();
  const once = ['submit', 'processing payment', 'processing confirmation'];
  expect(told()).toEqual([
    'ready',
    ...once,
    'decline declined generic_decline',
    ...once,
    'complete api',
  ]);
});

test('a session whose time is over in a challenge expires when that is given up', async () => {
  const checkout = mount({ redirect: 'never' });
  await shop.challenge();
  await shop.expire();
  expect(told().slice(-2)).toEqual(['decline authentication_abandoned', 'expire']);
  expect(checkout.phase).toBe('expired');
});

test('a session that expires while nothing can be read is expired when the network is back', async () => {
  const checkout = mount({ redirect: 'never' });
  await shop.ready();
  await shop.goOffline();
  await shop.expire();
  expect([checkout.phase, told()]).toEqual(['ready', ['ready']]);
  await shop.goOnline();
  expect([checkout.phase, told().at(-1)]).toEqual(['expired', 'expire']);
});

test('a checkout that is destroyed and mounted again, as StrictMode does, is one', async () => {
  mount().destroy();
  const checkout = mount();
  await shop.complete();
  expect(checkout.phase).toBe('completed');
  expect(shop.events.filter(({ type }) => type === 'complete')).toHaveLength(1);
});

test('a token that takes real time to come is not what fails to load, however far the clock is moved', async () => {
  const answer = (): Promise<string> =>
    new Promise((resolve) => setTimeout(resolve, 30, secureToken));
  mount({ secureToken: answer });
  await shop.failToLoad();
  expect(told().at(-1)).toBe('error load_timeout');

  shop = createTestCheckout();
  mount({ secureToken: answer });
  await shop.advance(15_000);
  expect(told().at(-1)).toBe('error load_timeout');
});

test('what a listener throws fails the step', async () => {
  mount({
    onComplete: ({ verified }) => {
      expect(verified).toBe('merchant');
    },
  });
  await expect(shop.complete()).rejects.toThrow("expected 'api' to be 'merchant'");
  await shop.advance(0);
});

test('what an async listener rejects with fails the step, also when it takes its time', async () => {
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  // As merchants write them: the types ask for nothing in return.
  const onDecline: () => unknown = async () => {
    await later();
    throw new Error('Not saved');
  };
  const onComplete: () => unknown = async () => {
    await later();
    throw new Error('Not shown');
  };
  const checkout = mount({ redirect: 'never', onDecline });
  await expect(shop.decline()).rejects.toThrow('Not saved');
  checkout.on('complete', onComplete);
  await expect(shop.complete()).rejects.toThrow('Not shown');
  await shop.advance(0);
});

test.each([
  ['a listener', () => undefined],
  ['an async listener', () => new Promise((resolve) => setTimeout(resolve, 10))],
])('what %s changes is on the page by the end of the step', async (_, work) => {
  let drawn = 0;
  // As React does: a part of the page a task on a busy machine, and then its effects.
  const drawIn = (tasks: number): unknown =>
    setImmediate(() => (tasks > 1 ? drawIn(tasks - 1) : drawn++));
  const draw = (): unknown => drawIn(15);
  const onDecline = (): unknown => work()?.then(draw) ?? draw();
  mount({ onDecline });
  for (const times of [1, 2, 3, 4, 5]) {
    await shop.decline();
    expect(drawn).toBe(times);
  }
});

test('a completion that takes its time is waited for by whichever step leads to it', async () => {
  const completion = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
  const begin = async (): Promise<void> => {
    shop = createTestCheckout();
    mount({ completion });
    await shop.challenge();
  };
  await begin();
  await shop.payElsewhere();
  expect(told().at(-1)).toBe('complete merchant');
  await begin();
  await shop.goOffline();
  await shop.complete();
  await shop.goOnline();
  expect(told().at(-1)).toBe('complete merchant');
  await begin();
  shop.change({ state: 'completed' });
  await shop.advance(1000);
  expect(told().at(-1)).toBe('complete merchant');
});

test('a completion that never ends holds up nobody, and one that fails fails no step', async () => {
  mount({ completion: () => new Promise(() => undefined), redirect: 'never' });
  await shop.complete();
  expect(told()).not.toContain('complete api');
  await shop.advance(10_000);
  expect(told().slice(-2)).toEqual(['warning completion_not_confirmed', 'complete api']);

  shop = createTestCheckout();
  mount({ completion: () => Promise.reject(new Error('Out of stock')) });
  await shop.complete();
  expect(told().slice(-2)).toEqual(['warning completion_not_confirmed', 'complete api']);
});

test('a listener that never ends holds up nobody', async () => {
  const onReady = vi.fn<() => unknown>(() => new Promise(() => undefined));
  const checkout = mount({ redirect: 'never', onReady });
  await shop.complete();
  expect([checkout.phase, onReady.mock.calls.length]).toEqual(['completed', 1]);
});

test('what a listener rejects with between the steps is nobody’s, as on any page', async () => {
  const unhandled = new Promise((resolve) => process.once('unhandledRejection', resolve));
  const before = process.listeners('unhandledRejection');
  for (const listener of before.slice(0, -1)) process.off('unhandledRejection', listener);
  onTestFinished(() => {
    for (const listener of before.slice(0, -1)) process.on('unhandledRejection', listener);
  });
  let fail = (): void => undefined;
  const onReady = (): unknown =>
    new Promise((_, reject) => {
      fail = () => reject(new Error('Too late'));
    });
  mount({ onReady });
  await shop.ready();
  fail();
  expect(await unhandled).toMatchObject({ message: 'Too late' });
  await shop.advance(0);
});

test('waits for the merchant’s own requests', async () => {
  const answer = (): Promise<string> =>
    new Promise((resolve) => setTimeout(resolve, 60, secureToken));
  mount({ secureToken: answer, completion: () => answer().then(() => undefined) });
  await shop.complete();
  expect(told().at(-1)).toBe('complete merchant');
});

test('whatever the runner fakes of time stops nothing', async () => {
  // Jest fakes all of these at once.
  const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] as const;
  vi.useFakeTimers({ toFake: [...timers, 'Date', 'performance', 'requestAnimationFrame'] });
  onTestFinished(() => void vi.useRealTimers());
  const closed = popupCheckout({ secureToken });
  await shop.ready();
  await shop.dismiss();
  mount();
  await shop.complete();
  expect([closed.phase, shop.checkout?.phase]).toEqual(['canceled', 'completed']);
});

/** The kit takes what it finds in its world when it is loaded. */
async function payWithKitLoadedAnew(): Promise<void> {
  vi.resetModules();
  const anew = await import('./index.ts');
  const begun = anew.createTestCheckout();
  const checkout = anew.mountCheckout(document.body, { secureToken });
  await begun.complete();
  expect(checkout.phase).toBe('completed');
  checkout.destroy();
}

test('a runner that fakes the timers before the kit is there stops nothing', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  await payWithKitLoadedAnew();
});

/** As `mock.timers` of node:test does, and fake-timers of Sinon: what each of them fakes can be told by something. */
function fakeTimersOfNode(marks: PropertyDescriptorMap): void {
  for (const timers of [globalThis, process.getBuiltinModule('node:timers')]) {
    for (const name of ['setTimeout', 'setImmediate'] as const) {
      const fake = Object.defineProperties(() => 0, marks);
      const own = Object.getOwnPropertyDescriptor(timers, name);
      Object.defineProperty(timers, name, { value: fake, configurable: true, writable: true });
      onTestFinished(() => {
        if (own) Object.defineProperty(timers, name, own);
        else Reflect.deleteProperty(timers, name);
      });
    }
  }
}

test('a runner that fakes the timers of Node itself stops nothing', async () => {
  fakeTimersOfNode({});
  const checkout = mount();
  await shop.complete();
  expect(checkout.phase).toBe('completed');
});

test.each([
  ['Sinon', { clock: { value: {} } }],
  ['node:test', { name: { value: 'bound #createTimer' } }],
])('nor does %s where it has faked them before the kit is there', async (_, marks) => {
  fakeTimersOfNode(marks);
  await payWithKitLoadedAnew();
});

test('a step waits for what is under way, and not for time to pass', async () => {
  let timers = 0;
  const { setTimeout: real } = globalThis;
  // Unmarked, so that the kit takes it for the runner's own.
  vi.stubGlobal('setTimeout', (...how: Parameters<typeof real>) => {
    timers++;
    return real(...how);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.resetModules();
  const anew = await import('./index.ts');
  const begun = anew.createTestCheckout();
  const checkout = anew.mountCheckout(document.body, { secureToken });
  await begun.challenge();
  timers = 0;
  await begun.complete();
  expect([checkout.phase, timers]).toEqual(['completed', 0]);
  checkout.destroy();
});

test.each([
  ['a browser, which has no timers but its own', { setImmediate: undefined }],
  ['jsdom in an old Node', { setImmediate: undefined, MessageChannel: undefined }],
])('in %s, it waits by what is there', async (_, lacking) => {
  for (const [name, value] of Object.entries(lacking)) vi.stubGlobal(name, value);
  const timers = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  const { setTimeout: real } = globalThis;
  vi.stubGlobal('setTimeout', function own(this: unknown, ...how: Parameters<typeof real>) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return real(...how);
  });
  onTestFinished(() => {
    timers.mockRestore();
    vi.unstubAllGlobals();
  });
  await payWithKitLoadedAnew();
});

test('of two checkouts on a page the one made last is driven, and the other when it is gone', async () => {
  const [one, other] = [document.createElement('div'), document.createElement('div')];
  document.body.append(one, other);
  const first = mountCheckout(one, { secureToken, redirect: 'never' });
  await shop.ready();
  const second = mountCheckout(other, { secureToken: 'cst_another', redirect: 'never' });
  await shop.decline();
  expect([first.phase, second.phase]).toEqual(['ready', 'ready']);
  expect(told().at(-1)).toBe('decline declined generic_decline');
  await shop.challenge();
  expect([first.phase, second.phase]).toEqual(['ready', 'processing']);
  second.destroy();
  await shop.complete();
  expect(first.phase).toBe('completed');
});

test('a test begins anew', async () => {
  const first = mount();
  await shop.ready();
  const before = shop;
  shop = createTestCheckout();
  expect([first.phase, document.body.childElementCount]).toEqual(['destroyed', 0]);
  expect(shop.events).toEqual([]);
  expect(before.events).not.toEqual([]);
  // Told as what it is: the page has a checkout again, but not this test's.
  mount();
  await expect(before.complete()).rejects.toThrow(/createTestCheckout\(\) was called again/);
});

describe('a dialog', () => {
  test('is paid in, and one that is open already is given again', async () => {
    const checkout = openCheckout({ secureToken, redirect: 'never' });
    expect(openCheckout({ secureToken })).toBe(checkout);
    await shop.complete();
    expect([checkout.mode, checkout.phase]).toEqual(['overlay', 'completed']);
    expect(shop.events.filter(({ type }) => type === 'complete')).toHaveLength(1);
  });

  test('is closed by the shopper, but not while a payment is being taken', async () => {
    const checkout = openCheckout({ secureToken });
    await shop.challenge();
    await shop.dismiss();
    expect(checkout.phase).toBe('processing');
    await shop.decline();
    await shop.dismiss();
    expect(await checkout.result).toMatchObject({ outcome: 'canceled', reason: 'dismissed' });
    await expect(shop.dismiss()).rejects.toThrow('no dialog that can be closed');
  });
});

test('a checkout that was prepared is shown and paid', async () => {
  const prepared = prepareCheckout({ target: document.body, secureToken, redirect: 'never' });
  await shop.advance(1000);
  const checkout = prepared.start();
  await shop.complete();
  expect([shop.checkout === checkout, checkout.phase]).toEqual([true, 'completed']);
  prepared.destroy();
  expect(document.body.childElementCount).toBe(0);
});

test('a checkout that was prepared and never started goes with its test', async () => {
  prepareCheckout({ secureToken });
  prepareCheckout({ target: document.body, secureToken });
  await shop.advance(0);
  expect(document.body.childElementCount).toBe(2);
  shop = createTestCheckout();
  expect(document.body.childElementCount).toBe(0);
});

describe('a redirect', () => {
  test('is waited for, as everything that a page has to ask its server for', async () => {
    const asked = new Promise<string>((resolve) => setTimeout(resolve, 20, secureToken));
    const onBack = vi.fn();
    void redirectToCheckout({ secureToken: () => asked }).then(onBack);
    await shop.ready();
    expect(onBack).not.toHaveBeenCalled();
    await shop.cancel();
    expect(shop.page).toBe(shop.session.return_url);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  const leave = async (): Promise<void> => {
    void redirectToCheckout({ secureToken });
    await shop.advance(0);
    expect(shop.redirectedTo).toMatch(/^https:\/\/checkout\.paymentkit\.com\/checkout\/cst_/);
  };

  test('is paid, and the shopper comes back to success_url', async () => {
    await leave();
    await shop.complete();
    expect(shop.page).toBe(shop.session.success_url);
    const visit = await handleCheckoutReturn({ completion: { endpoint: '/api/confirm' } });
    expect(visit).toMatchObject({ outcome: 'completed', verified: 'merchant' });
    expect(shop.completions).toHaveLength(1);
  });

  test('is canceled, and can be gone back to', async () => {
    await leave();
    await shop.cancel();
    const visit = await handleCheckoutReturn();
    expect([visit?.outcome, shop.page]).toEqual(['canceled', shop.session.return_url]);
    visit?.resume?.();
    await shop.complete();
    expect(await handleCheckoutReturn()).toMatchObject({ outcome: 'completed' });
  });

  test('runs out of time', async () => {
    await leave();
    await shop.expire();
    expect(await handleCheckoutReturn()).toMatchObject({ outcome: 'expired' });
  });

  test('ends with the test that made it', async () => {
    await leave();
    shop = createTestCheckout();
    await leave();
    expect(shop.visits).toHaveLength(1);
  });
});

describe('startCheckout', () => {
  test('leaves for the hosted page, which is paid like any other, and no page is left behind', async () => {
    const left = startCheckout({ secureToken, mode: 'redirect' });
    await shop.decline();
    await shop.complete();
    expect(shop.visits).toEqual([
      'https://checkout.paymentkit.com/checkout/cst_example?locale=en-GB',
      shop.session.success_url,
    ]);
    expect([left.phase, told()]).toEqual(['destroyed', []]);
    expect(await handleCheckoutReturn()).toMatchObject({ outcome: 'completed' });
  });

  test('goes on in a window, and then in the tab, when the shopper presses its button', async () => {
    const checkout = startCheckout({ secureToken, target: document.body });
    await shop.failToLoad();
    await shop.goOn();
    await shop.challenge();
    expect([checkout.mode, checkout.phase]).toEqual(['popup', 'processing']);
    expect(told().slice(0, 2)).toEqual(['warning slow', 'fallback load_timeout']);

    shop = createTestCheckout();
    shop.blockPopups();
    const texts = { continue: 'Weiter zur Kasse' };
    const blocked = startCheckout({ secureToken, texts });
    await shop.failToLoad();
    await expect(shop.tryAgain()).rejects.toThrow('there is no "Try again" on the page');
    await shop.goOn();
    await shop.goOn();
    expect(blocked.mode).toBe('redirect');
    await shop.complete();
    expect(shop.page).toBe(shop.session.success_url);
    await expect(shop.goOn()).rejects.toThrow('there is no "Continue to secure checkout"');
  });
});

test('of two windows the one opened last is closed', async () => {
  const first = popupCheckout({ secureToken, redirect: 'never' });
  await shop.ready();
  const another = (): Promise<string> =>
    new Promise((resolve) => setTimeout(resolve, 30, 'cst_another'));
  const second = popupCheckout({ secureToken: another, redirect: 'never' });
  await shop.ready();
  await shop.dismiss();
  expect([first.phase, second.phase]).toEqual(['ready', 'canceled']);
});

test('a button that is not there yet is waited for', async () => {
  const token = vi.fn(async () => secureToken);
  token.mockImplementationOnce(
    () => new Promise((_, reject) => setTimeout(reject, 20, new Error('Sold out'))),
  );
  const checkout = mount({ secureToken: token });
  await shop.tryAgain();
  await shop.ready();
  expect(checkout.phase).toBe('ready');
});

test('a window is closed by the shopper, or blocked by the browser', async () => {
  const checkout = popupCheckout({ secureToken });
  await shop.ready();
  await shop.dismiss();
  expect(checkout.phase).toBe('canceled');
  expect(told()).toEqual(['ready', 'close dismissed']);

  shop.blockPopups();
  popupCheckout({ secureToken });
  await shop.advance(0);
  expect(told().at(-1)).toBe('error popup_blocked');
});

test('a page that fails to load does so when its own time is over', async () => {
  const checkout = mount({ timeoutMs: 40_000 });
  await shop.failToLoad();
  expect([checkout.phase, told().at(-1)]).toEqual(['failed', 'error load_timeout']);
});

test('where the page went last is where it came back to, and what happens there is the session’s', async () => {
  void redirectToCheckout({ secureToken });
  await shop.applyCode({ amount_total_atom: 5400 });
  expect(shop.session.amount_total_atom).toBe(5400);
  await shop.complete();
  expect([shop.visits.length, shop.redirectedTo]).toEqual([2, shop.session.success_url]);
});

test('a window that is closed cannot be closed again', async () => {
  popupCheckout({ secureToken });
  await shop.ready();
  await shop.dismiss();
  await expect(shop.dismiss()).rejects.toThrow('no dialog that can be closed');
});

test('the total of a session that is over is no change of its price', async () => {
  const checkout = mount();
  await shop.ready();
  shop.change({ state: 'processing', amount_total_atom: 5400 });
  await checkout.refresh();
  await shop.advance(0);
  expect(told()).not.toContainEqual(expect.stringContaining('change'));
});

test('what a listener of a prepared checkout rejects with fails the step', async () => {
  const onComplete: () => unknown = () => Promise.reject(new Error('Not saved'));
  prepareCheckout({ secureToken, onComplete }).start();
  await expect(shop.complete()).rejects.toThrow('Not saved');
});

test('of two checkouts of one task the last one is driven, whichever frame comes first', async () => {
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  const late: (() => void)[] = [];
  // The first checkout's comes when the second one's is there.
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...given) => {
    const isFirst = late.push(() => undefined) === 1;
    const found = await digest(...given);
    if (isFirst) await new Promise<void>((resolve) => (late[0] = resolve));
    else setTimeout(() => late[0]?.());
    return found;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const [one, other] = [0, 1].map(() => document.body.appendChild(document.createElement('div')));
  mountCheckout(one as Element, { secureToken });
  const second = mountCheckout(other as Element, { secureToken });
  await shop.complete();
  expect(second.phase).toBe('completed');
});
