// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakeHostedPage } from '../testing/fakes/createFakeFrame.ts';
import { FakeMessageChannel } from '../testing/fakes/FakeMessageChannel.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { becomeReady } from '../testing/fixtures/becomeReady.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { mountCheckoutOn } from './mountCheckout.ts';
import { openCheckoutOn } from './openCheckout.ts';
import {
  prepareCheckoutOn,
  type PrepareOptions,
  type PreparedCheckout,
} from './prepareCheckout.ts';
import type { Checkout } from './run/Checkout.ts';

const minutes = 60_000;

interface Prepared {
  readonly fake: FakePage;
  readonly target: HTMLElement;
  readonly prepared: PreparedCheckout;
  /** Loads the hosted page in the last frame; out of sight it is ready at once. */
  readonly load: () => Promise<FakeHostedPage>;
  readonly start: () => { readonly checkout: Checkout; readonly told: string[] };
}

function prepare(
  options: Partial<PrepareOptions> = {},
  arrange?: (fake: FakePage) => void,
): Prepared {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  arrange?.(fake);
  const target = document.createElement('main');
  document.body.append(target);
  const base = { target, secureToken: token, host, redirect: 'never' } as const;
  const prepared = prepareCheckoutOn(fake.platform, { ...base, ...options });
  const load = (): Promise<FakeHostedPage> => becomeReady(fake);
  const start = (): { checkout: Checkout; told: string[] } => {
    const checkout = prepared.start();
    const told: string[] = [];
    for (const type of ['ready', 'complete', 'expire', 'warning', 'error'] as const) {
      checkout.on(type, (event) => {
        told.push('error' in event ? `${type} ${event.error.code}` : type);
      });
    }
    return { checkout, told };
  };
  return { fake, target, prepared, load, start };
}

const rootIn = (target: HTMLElement): HTMLElement => target.firstElementChild as HTMLElement;
const isSeen = (target: HTMLElement): boolean =>
  rootIn(target).style.display !== 'none' && !rootIn(target).inert;

beforeEach(digestAtOnce);

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test('the frame is there before it is seen, and the checkout ready in the task after its start', async () => {
  const onReady = vi.fn();
  const { fake, target, load, start } = prepare({ onReady });
  const page = await load();
  expect(isSeen(target)).toBe(false);
  expect(onReady).not.toHaveBeenCalled();
  const { checkout, told } = start();
  expect(isSeen(target)).toBe(true);
  expect(checkout.phase).toBe('loading');
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect(told).toEqual([]);
  await fake.clock.advance(0);
  expect(told).toEqual(['ready']);
  expect(onReady).toHaveBeenCalledOnce();
  expect((await checkout.ready)?.id).toBe(session().id);
  expect(fake.frames).toHaveLength(1);
  expect(page.heard.map(([name]) => name)).toEqual(['init', 'update', 'show']);
  expect(fake.frames[0]?.element.style.opacity).toBe('1');
  expect(target.querySelector('[role=status]')).toBeNull();
});

test('whoever waits for ready is told before the page is', async () => {
  const ports = Object.getPrototypeOf(new FakeMessageChannel().port1) as MessagePort;
  const posted = vi.spyOn(ports, 'postMessage');
  const before: number[] = [];
  const { fake, load, start } = prepare({ onReady: () => before.push(posted.mock.calls.length) });
  await load();
  posted.mockClear();
  start();
  await fake.clock.advance(0);
  expect(before).toEqual([0]);
  expect(posted).toHaveBeenCalledTimes(2);
});

test('started before its page is there it loads like any other', async () => {
  const { fake, target, load, start } = prepare();
  await fake.clock.settle();
  const { checkout, told } = start();
  await fake.clock.advance(0);
  expect(target.querySelector('[role=status]')).not.toBeNull();
  await load();
  expect([checkout.phase, told, fake.frames.length]).toEqual(['ready', ['ready'], 1]);
});

test('started in the same task it calls for the token once', async () => {
  const secureToken = vi.fn(() => Promise.resolve(token));
  const { fake, load, start } = prepare({ secureToken });
  const { told } = start();
  await fake.clock.advance(0);
  await load();
  expect(told).toEqual(['ready']);
  expect(secureToken).toHaveBeenCalledOnce();
  expect(fake.frames).toHaveLength(1);
});

test('the page is told how to look while nobody sees it', async () => {
  const { fake, load } = prepare({ locale: 'de', appearance: { theme: 'dark' } });
  const page = await load();
  expect(fake.frames[0]?.element.getAttribute('src')).toContain('?locale=de#');
  const looks = { locale: 'de', appearance: { theme: 'dark' } };
  expect(page.heard).toMatchObject([['init', looks]]);
});

test('a frame that is used stays, hears, and lets go of the page with its checkout', async () => {
  const { fake, target, load, start } = prepare();
  const page = await load();
  const { checkout, told } = start();
  await fake.clock.advance(0);
  checkout.focus();
  await checkout.refresh();
  await fake.clock.advance(30 * minutes);
  const heard = ['init', 'update', 'show', 'focus', 'refresh'];
  expect(page.heard.map(([name]) => name)).toEqual(heard);
  expect([told, target.querySelectorAll('[sandbox]').length]).toEqual([['ready'], 1]);
  checkout.destroy();
  for (const type of ['message', 'online', 'pageshow']) expect(fake.window.count(type)).toBe(0);
});

test('a page that loads anew in its frame is told what has changed since', async () => {
  const { fake, load, start } = prepare({ locale: 'de', prefill: { name: 'Ada' } });
  const page = await load();
  const { checkout } = start();
  await fake.clock.advance(0);
  const appearance = { accentColor: '#123456' };
  checkout.update({ locale: 'fr', appearance });
  await fake.clock.advance(1000);
  page.leave();
  expect((await load()).heard[0]).toMatchObject([
    'init',
    { locale: 'fr', appearance, prefill: { name: 'Ada' } },
  ]);
});

test('the way to the host is opened while the token is fetched, and the link goes with the start', async () => {
  let answer: (given: string) => void = () => undefined;
  const secureToken = () => new Promise<string>((give) => (answer = give));
  const { fake, target, load, start } = prepare({ secureToken });
  await fake.clock.settle();
  const link = target.querySelector<HTMLLinkElement>('link[rel=preconnect]');
  expect(new URL(link?.href ?? '').origin).toBe(host);
  answer(token);
  await load();
  const { told } = start();
  await fake.clock.advance(0);
  expect([told, target.querySelector('link')]).toEqual([['ready'], null]);
});

test('what fails before the start is told to nobody, and tried again by it', async () => {
  const secureToken = vi.fn(() => Promise.reject(new Error('500')));
  const onError = vi.fn();
  const { fake, load, start } = prepare({ secureToken, onError });
  await fake.clock.advance(0);
  expect([onError.mock.calls, fake.frames]).toEqual([[], []]);
  secureToken.mockResolvedValue(token as never);
  const { told } = start();
  await fake.clock.advance(0);
  await load();
  expect(told).toEqual(['ready']);
});

test('a token that never comes fails the start too, and another try asks for it again', async () => {
  const secureToken = vi.fn(() => new Promise<string>(() => undefined));
  const { fake, target, start } = prepare({ secureToken, timeoutMs: 5000 });
  await fake.clock.advance(1000);
  const { told } = start();
  await fake.clock.advance(5000);
  expect(told).toEqual(['error token_unavailable']);
  secureToken.mockResolvedValue(token);
  target.querySelector('[role=alert]')?.shadowRoot?.querySelector('button')?.click();
  await fake.clock.advance(0);
  expect(secureToken).toHaveBeenCalledTimes(2);
  expect(fake.frames).toHaveLength(1);
});

test('a session that cannot be read before the start is read by it', async () => {
  const { fake, load, start } = prepare({}, (page) => {
    page.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  });
  await load();
  fake.answer = () => fake.json(session());
  const { told } = start();
  await fake.clock.advance(0);
  expect(told).toEqual(['ready']);
});

test.each([
  ['completed', 'complete'],
  ['expired', 'expire'],
] as const)('a session that is %s in the meantime is so at the start', async (state, event) => {
  const { fake, load, start } = prepare();
  await load();
  fake.answer = () => fake.json(session({ state }));
  const { checkout, told } = start();
  await fake.clock.advance(0);
  await fake.clock.settle();
  expect(told).toEqual(['ready', event]);
  expect(checkout.phase).toBe(state);
});

test.each([
  ['after ten minutes', {}, 10 * minutes],
  ['when the session ends', { expires_at: '2026-01-01T00:03:00Z' }, 3 * minutes],
])('a frame that nobody uses is given back %s', async (_, changes, time) => {
  const { fake, target, load, start } = prepare({}, (page) => {
    page.answer = () => page.json(session(changes));
  });
  await load();
  await fake.clock.advance(time - 5000);
  expect(target.querySelector('[sandbox]')).not.toBeNull();
  await fake.clock.advance(5000);
  expect(target.querySelector('[sandbox]')).toBeNull();
  expect(fake.clock.pending()).toBe(0);
  const { told } = start();
  await fake.clock.advance(0);
  await load();
  expect([told, fake.frames.length]).toEqual([['ready'], 2]);
});

test('a frame that somebody has taken away is built anew by the start', async () => {
  const { fake, target, load, start } = prepare();
  await load();
  target.querySelector('[sandbox]')?.remove();
  const { told } = start();
  await fake.clock.advance(0);
  await load();
  expect([told, fake.frames.length]).toEqual([['ready'], 2]);
});

test('on a device whose clock is ahead the frame waits like on any other', async () => {
  const { fake, target, load } = prepare({}, (page) => {
    Object.assign(page.platform, { Date: { now: () => Date.UTC(2026, 0, 9) } });
  });
  await load();
  await fake.clock.advance(5 * minutes);
  expect(target.querySelector('[sandbox]')).not.toBeNull();
});

test('a failure after the start offers another try, with another frame', async () => {
  const { fake, target, start } = prepare();
  await fake.clock.settle();
  const { told } = start();
  await fake.clock.advance(15_000);
  expect(told).toEqual(['warning', 'error load_timeout']);
  target.querySelector('[role=alert]')?.shadowRoot?.querySelector('button')?.click();
  await fake.clock.advance(0);
  expect(fake.frames).toHaveLength(2);
});

test.each(['before', 'after'])(
  'destroyed %s its start it leaves nothing behind',
  async (moment) => {
    const { fake, target, prepared, load } = prepare();
    await load();
    if (moment === 'after') prepared.start();
    prepared.destroy();
    prepared.destroy();
    const checkout = prepared.start();
    await fake.clock.advance(20 * minutes);
    expect(checkout.phase).toBe('destroyed');
    await expect(checkout.result).rejects.toMatchObject({ code: 'destroyed' });
    expect(target.children).toHaveLength(0);
    expect(fake.clock.pending()).toBe(0);
    for (const type of ['message', 'online', 'pageshow']) expect(fake.window.count(type)).toBe(0);
    expect(fake.documentEvents.count('visibilitychange')).toBe(0);
  },
);

test('a signal gives everything back', async () => {
  const controller = new AbortController();
  const { target, load } = prepare({ signal: controller.signal });
  await load();
  controller.abort();
  expect(target.children).toHaveLength(0);
});

test.each(['in the page', 'over it'])(
  'a signal that is over prepares nothing %s',
  async (where) => {
    const secureToken = vi.fn(() => Promise.resolve(token));
    const { fake, target, prepared, start } = prepare({
      secureToken,
      signal: AbortSignal.abort(),
      ...(where === 'over it' && { target: undefined }),
    });
    const standing = (): unknown[] => [
      ...target.children,
      ...document.querySelectorAll('paymentkit-overlay'),
    ];
    expect(standing()).toEqual([]);
    await fake.clock.settle();
    expect(secureToken).not.toHaveBeenCalled();
    const { checkout } = start();
    await expect(checkout.result).rejects.toMatchObject({ code: 'aborted' });
    prepared.destroy();
    expect([standing(), fake.frames, fake.clock.pending()]).toEqual([[], [], 0]);
  },
);

test('it starts once, and its target takes no other', async () => {
  const { fake, target, prepared, load } = prepare();
  await load();
  let code = '';
  try {
    mountCheckoutOn(fake.platform, target, { secureToken: token, host });
  } catch (error) {
    code = isPaymentKitError(error) ? error.code : '';
  }
  expect(code).toBe('invalid_option');
  expect(prepared.start()).toBe(prepared.start());
});

describe('without a target', () => {
  const dialogOf = (): HTMLDialogElement | null | undefined =>
    document.querySelector('paymentkit-overlay')?.shadowRoot?.querySelector('dialog');

  test('it waits in a closed dialog, and start() opens that with the frame it was built in', async () => {
    const { fake, load, start } = prepare({ target: undefined });
    const page = await load();
    expect([dialogOf()?.open, fake.platform.document.adoptedStyleSheets]).toEqual([false, []]);
    const { checkout, told } = start();
    expect([dialogOf()?.open, told, checkout.mode]).toEqual([true, [], 'overlay']);
    await fake.clock.advance(1);
    expect(told).toEqual(['ready']);
    expect(fake.frames).toHaveLength(1);
    expect(page.heard.map(([name]) => name)).toEqual(['init', 'update', 'show']);
    expect(page.heard[0]).toMatchObject(['init', { mode: 'overlay' }]);
    dialogOf()?.querySelector('button')?.click();
    expect([checkout.phase, dialogOf()]).toEqual(['canceled', undefined]);
  });

  test('given back, or not to be dismissed, it is as openCheckout has it', async () => {
    const unused = prepare({ target: undefined });
    await unused.load();
    unused.prepared.destroy();
    expect(dialogOf()).toBeUndefined();

    const { prepared } = prepare({ target: undefined, dismissible: false });
    prepared.start();
    expect(dialogOf()?.querySelector('button')?.textContent).toBe('');
    prepared.destroy();
    expect(dialogOf()).toBeUndefined();
  });

  test('what openCheckout is asked for afterwards is the one that was started', async () => {
    const { fake, load, start } = prepare({ target: undefined });
    await load();
    const { checkout } = start();
    await fake.clock.advance(1);
    expect(openCheckoutOn(fake.platform, { secureToken: token, host })).toBe(checkout);
    checkout.destroy();
  });
});
