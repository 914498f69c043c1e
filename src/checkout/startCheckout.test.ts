// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { nextTask } from '../testing/fixtures/nextTask.ts';
import { climbDown } from './climbDown.ts';
import type { StartOptions } from './options/StartOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import { startCheckoutOn } from './startCheckout.ts';

digestAtOnce();

interface Started {
  readonly fake: FakePage;
  readonly checkout: Checkout;
  readonly told: string[];
}

const living: Checkout[] = [];
const away = `${host}/checkout/${token}?locale=en-GB`;

function start(
  options: StartOptions,
  arrange: (fake: FakePage) => void = () => undefined,
): Started {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  arrange(fake);
  const checkout = startCheckoutOn(fake.platform, { secureToken: token, host, ...options });
  living.push(checkout);
  const told: string[] = [];
  checkout.on('fallback', ({ from, to, reason }) => told.push(`${from} to ${to}: ${reason}`));
  checkout.on('error', ({ error }) => told.push(error.code));
  checkout.on('ready', () => told.push('ready'));
  checkout.on('close', ({ reason }) => told.push(`close ${reason}`));
  checkout.on('complete', () => told.push('complete'));
  return { fake, checkout, told };
}

const target = (): HTMLElement => {
  const element = document.createElement('main');
  document.body.append(element);
  return element;
};

/** Everything the page shows, also in shadow roots. */
function shownIn(node: ParentNode): string {
  const inside = [...node.querySelectorAll('*')].map(({ shadowRoot }) =>
    shadowRoot ? shownIn(shadowRoot) : '',
  );
  return [node.textContent, ...inside].join(' ');
}

function continueButton(node: ParentNode = document): HTMLButtonElement | undefined {
  for (const element of node.querySelectorAll('*')) {
    if (element.textContent === 'Continue to secure checkout' && element.localName === 'button') {
      return element as HTMLButtonElement;
    }
    const found = element.shadowRoot && continueButton(element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}

afterEach(async () => {
  for (const checkout of living.splice(0)) checkout.destroy();
  document.body.replaceChildren();
  // A page that has left comes back, so that the next test can leave.
  await nextTask();
});

const comeBack = async ({ fake }: Started): Promise<void> => {
  fake.window.dispatch('pagehide', { persisted: true });
  fake.window.dispatch('pageshow', { persisted: true });
  await fake.clock.settle();
};

/** What goes wrong, once the checkout has started. */
const conditions: Readonly<
  Record<string, { before?: (fake: FakePage) => void; then?: (fake: FakePage) => Promise<void> }>
> = {
  works: {
    then: async (fake) => {
      const page = (fake.popups.at(-1) ?? fake.frames.at(-1))?.load();
      await fake.clock.settle();
      page?.send({ t: 'h:ready', title: 'Pay' });
      await fake.clock.settle();
    },
  },
  'is blocked': {
    then: async (fake) => {
      fake.documentEvents.dispatch('securitypolicyviolation', {
        effectiveDirective: 'frame-src',
        blockedURI: host,
        disposition: 'enforce',
      });
      await fake.clock.settle();
    },
  },
  'is blocked, and so are windows': {
    before: (fake) => (fake.popupsBlocked = true),
    then: async (fake) => {
      await conditions['is blocked']?.then?.(fake);
      await fake.clock.advance(1);
    },
  },
  'never loads': { then: (fake) => fake.clock.advance(15_000) },
  'never loads, nor does a window': { then: (fake) => fake.clock.advance(30_000) },
  'is in another app': {
    before: (fake) => (fake.navigator.userAgent = 'Mozilla/5.0 Instagram 300'),
    then: (fake) => fake.clock.advance(0),
  },
  'is unreadable': {
    before: (fake) => (fake.answer = () => fake.json({ code: 'token_rejected' }, 401)),
  },
};

/** Where the button leads, and why it stands there. */
const reasons: Readonly<Record<string, readonly [to: string, reason: string]>> = {
  'is blocked': ['popup', 'frame_blocked'],
  'never loads': ['popup', 'load_timeout'],
  'is in another app': ['redirect', 'in_app_browser'],
};

/** Where each mode ends up under each condition: the mode in use, and what it told. */
const outcomes: readonly (readonly [
  string,
  NonNullable<StartOptions['mode']>,
  string,
  string[],
])[] = [
  ['works', 'auto', 'overlay', ['ready']],
  ['works', 'inline', 'inline', ['ready']],
  ['works', 'overlay', 'overlay', ['ready']],
  ['works', 'redirect', 'redirect', []],
  ['works', 'popup', 'popup', ['ready']],
  ['is blocked', 'auto', 'popup', ['overlay to popup: frame_blocked']],
  [
    'is blocked, and so are windows',
    'auto',
    'redirect',
    ['overlay to popup: frame_blocked', 'popup to redirect: popup_blocked'],
  ],
  ['is blocked, and so are windows', 'popup', 'popup', ['popup_blocked']],
  ['is blocked', 'inline', 'inline', ['frame_blocked']],
  ['is blocked', 'overlay', 'overlay', ['frame_blocked']],
  ['never loads', 'auto', 'popup', ['overlay to popup: load_timeout']],
  [
    'never loads, nor does a window',
    'auto',
    'redirect',
    ['overlay to popup: load_timeout', 'popup to redirect: load_timeout'],
  ],
  ['never loads', 'inline', 'inline', ['load_timeout']],
  ['never loads', 'popup', 'popup', ['load_timeout']],
  ['is in another app', 'auto', 'redirect', ['overlay to redirect: in_app_browser']],
  ['is in another app', 'overlay', 'overlay', []],
  ['is in another app', 'popup', 'popup', []],
  ['is unreadable', 'auto', 'overlay', ['token_rejected']],
];

describe('a frame that', () => {
  test.each(outcomes)('%s, mode %s: %s', async (condition, mode, used, expected) => {
    const { before, then } = conditions[condition] ?? {};
    const started = start({ mode, ...(mode === 'inline' && { target: target() }) }, (fake) => {
      fake.navigator.userActivation.isActive = true;
      before?.(fake);
    });
    await started.fake.clock.settle();
    await started.fake.clock.advance(1);
    await then?.(started.fake);
    expect(started.told).toEqual(expected);
    expect(started.checkout.mode).toBe(used);
    expect(started.fake.visits).toEqual(used === 'redirect' ? [away] : []);
    if (used === 'redirect') await comeBack(started);
  });

  test.each(Object.entries(reasons))(
    '%s, after the click has ceased to count, gives a button that leaves',
    async (condition, [to, reason]) => {
      const { before, then } = conditions[condition] ?? {};
      const place = target();
      const started = start({ target: place }, before);
      await started.fake.clock.settle();
      await then?.(started.fake);
      expect(started.told).toEqual([`inline to ${to}: ${reason}`]);
      expect(started.fake.visits).toEqual([]);
      expect(shownIn(place)).not.toMatch(/could not be loaded|Loading checkout/);
      expect(started.checkout.mode).toBe('inline');

      continueButton()?.click();
      await started.fake.clock.settle();
      expect(started.checkout.mode).toBe(to);
      expect(started.fake.visits).toEqual(to === 'redirect' ? [away] : []);
      expect(started.fake.popups).toHaveLength(to === 'popup' ? 1 : 0);
      if (to === 'redirect') await comeBack(started);
    },
  );
});

test.each([
  ['Chrome/120.0.0.0 Mobile Safari/537.36', []],
  ['Version/17.4 Mobile/15E148 Safari/604.1', []],
  ['Mobile/15E148 [FBAN/FBIOS;FBDV/iPhone14,5]', ['show']],
  ['Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0]', ['show']],
  ['Mobile/15E148 Instagram 300.0.0', ['show']],
  ['Mobile/15E148 MicroMessenger/8.0.40', ['show']],
  ['Mobile/15E148 Safari Line/13.19.0', ['show']],
  ['Mobile/15E148 Snapchat/12.60.0', ['show']],
  ['Mobile/15E148 TikTok 31.2.0', ['show']],
  ['Mobile/15E148 BytedanceWebview/d8a21c6', ['show']],
])('the browser %j goes another way from the start: %j', (userAgent, steps) => {
  const { platform } = createFakePage();
  const { rescue, ...others } = climbDown({
    ...platform,
    navigator: { ...platform.navigator, userAgent },
  });
  expect([typeof rescue, Object.keys(others)]).toEqual(['function', steps]);
});

test('in another app, too, nothing is told before the task in which it began has ended', async () => {
  const { told, fake } = start({}, (page) => (page.navigator.userAgent = 'Instagram'));
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect(told).toEqual([]);
  await fake.clock.advance(0);
  expect(told).toEqual(['overlay to redirect: in_app_browser']);
});

test('a listener can prevent the step, and the error is shown where it is', async () => {
  const place = target();
  const started = start({ target: place });
  started.checkout.on('fallback', (event) => event.preventDefault());
  await started.fake.clock.settle();
  await started.fake.clock.advance(15_000);
  expect(started.told).toEqual(['inline to popup: load_timeout', 'load_timeout']);
  expect(shownIn(place)).toContain('The checkout could not be loaded');
});

test('a button that leads on gives way to the panel when the session expires, which leads to the page that says so', async () => {
  const place = target();
  const { fake, checkout } = start({ target: place });
  await fake.clock.settle();
  await fake.clock.advance(15_000);
  expect(continueButton()).toBeDefined();
  fake.answer = () => fake.json(session({ state: 'expired' }));
  fake.window.dispatch('online', {});
  await fake.clock.settle();
  expect(checkout.phase).toBe('expired');
  expect(continueButton()).toBeUndefined();
  expect(shownIn(place)).toContain('You have not been charged.Open in a new page');
  expect(shownIn(place)).not.toContain('Try again');
});

test('in another app a listener can prevent the step, and the frame is shown after all', async () => {
  const started = start({ target: target() }, (fake) => (fake.navigator.userAgent = 'Instagram'));
  started.checkout.on('fallback', (event) => event.preventDefault());
  await started.fake.clock.advance(0);
  await conditions['works']?.then?.(started.fake);
  expect(started.told).toEqual(['inline to redirect: in_app_browser', 'ready']);
  expect([started.checkout.mode, started.fake.visits]).toEqual(['inline', []]);
});

describe('in a window', () => {
  const stepDown = async (place?: HTMLElement): Promise<Started> => {
    const started = start({ redirect: 'never', ...(place && { target: place }) }, (fake) => {
      fake.navigator.userActivation.isActive = true;
    });
    await started.fake.clock.settle();
    await conditions['is blocked']?.then?.(started.fake);
    return started;
  };

  test('the place keeps a button that brings it to the front, until the end', async () => {
    const place = target();
    const started = await stepDown(place);
    await conditions['works']?.then?.(started.fake);
    continueButton(place)?.click();
    expect(started.fake.popups.map(({ focused }) => focused)).toEqual([1]);
    started.fake.popups[0]?.close();
    await started.fake.clock.advance(1500);
    expect(started.told).toEqual(['inline to popup: frame_blocked', 'ready', 'close dismissed']);
    expect(place.children).toHaveLength(0);
  });

  test('the dialog closes it, and is locked while a payment is taken', async () => {
    const started = await stepDown();
    const page = started.fake.popups[0]?.load();
    page?.send({ t: 'h:ready', title: 'Pay' });
    page?.send({ t: 'h:submit' });
    await started.fake.clock.settle();
    const shut = (): unknown =>
      document
        .querySelector('paymentkit-overlay')
        ?.shadowRoot?.querySelector<HTMLElement>('[part=close]')
        ?.click();
    shut();
    expect(started.fake.popups[0]?.closed).toBe(false);
    page?.send({ t: 'h:declined', reason: 'declined' });
    await started.fake.clock.settle();
    shut();
    expect(started.fake.popups[0]?.closed).toBe(true);
    expect(started.told.at(-1)).toBe('close dismissed');
  });

  test('Escape in it is not for the dialog, which asks before what was typed there is lost', async () => {
    const started = await stepDown();
    const page = started.fake.popups[0]?.load();
    page?.send({ t: 'h:ready', title: 'Pay' });
    page?.send({ t: 'h:escape' });
    page?.send({ t: 'h:edited' });
    await started.fake.clock.settle();
    expect(started.told.at(-1)).toBe('ready');
    const button = document
      .querySelector('paymentkit-overlay')
      ?.shadowRoot?.querySelector<HTMLElement>('[part=close]');
    button?.click();
    expect(started.fake.popups[0]?.closed).toBe(false);
    button?.click();
    expect(started.told.at(-1)).toBe('close dismissed');
  });

  test('blocked, with the step to the tab prevented, it is tried again in the panel’s own click', async () => {
    const place = target();
    const started = start({ target: place }, (fake) => {
      fake.navigator.userActivation.isActive = true;
      fake.popupsBlocked = true;
    });
    started.checkout.on('fallback', (event) => {
      if (event.to === 'redirect') event.preventDefault();
    });
    await started.fake.clock.settle();
    await conditions['is blocked']?.then?.(started.fake);
    await started.fake.clock.advance(1);
    expect(started.told.at(-1)).toBe('popup_blocked');
    started.fake.popupsBlocked = false;
    const cover = [...place.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot);
    cover?.shadowRoot?.querySelector('button')?.click();
    await started.fake.clock.settle();
    await conditions['works']?.then?.(started.fake);
    expect(started.told.at(-1)).toBe('ready');
  });
});

test('a redirect is one from the start, before there is a token', () => {
  expect(
    start({ mode: 'redirect', secureToken: () => new Promise(() => undefined) }).checkout.mode,
  ).toBe('redirect');
});

test('who comes back with Back is dismissed, or hears that it was paid', async () => {
  const left = start({ mode: 'redirect' });
  await left.fake.clock.settle();
  await comeBack(left);
  expect(left.told).toEqual(['close dismissed']);
  expect(await left.checkout.result).toMatchObject({ outcome: 'canceled', reason: 'dismissed' });

  const paid = start({ mode: 'redirect', redirect: 'never' });
  await paid.fake.clock.settle();
  paid.fake.answer = () => paid.fake.json(session({ state: 'completed' }));
  await comeBack(paid);
  expect(paid.told).toContain('complete');
  expect((await paid.checkout.result).outcome).toBe('completed');
});

/** What no retry can mend where it is: the tab is the way on. */
const final: Readonly<Record<string, (started: Started) => Promise<void>>> = {
  unsupported_version: async ({ fake }) => {
    const frame = fake.frames.at(-1)?.element;
    const n = new URLSearchParams(new URL(String(frame?.src)).hash.slice(1)).get('n');
    const data = { pk: 1, t: 'h:hello', n, v: { min: 7, max: 9 } };
    const source = frame?.contentWindow;
    fake.window.dispatch('message', { isTrusted: true, source, origin: host, data });
    await fake.clock.settle();
  },
  insecure_context: ({ fake }) => fake.clock.advance(1),
};

test.each(Object.keys(final))(
  'who comes back with Back from a way on after %s is dismissed, or hears that it was paid',
  async (reason) => {
    const ends: string[] = [];
    for (const state of ['open', 'completed'] as const) {
      if (reason === 'insecure_context') {
        vi.mocked(crypto.subtle.digest).mockRejectedValueOnce(new Error('Not here'));
      }
      const left = start({ target: target(), redirect: 'never' }, (fake) => {
        fake.navigator.userActivation.isActive = true;
      });
      await left.fake.clock.settle();
      await final[reason]?.(left);
      expect([left.told, left.fake.visits]).toEqual([[`inline to redirect: ${reason}`], [away]]);
      left.fake.answer = () => left.fake.json(session({ state }));
      await comeBack(left);
      ends.push(String(left.told.at(-1)), left.checkout.phase);
    }
    expect(ends).toEqual(['close dismissed', 'canceled', 'complete', 'completed']);
  },
);

test.each<[string, (fake: FakePage) => void]>([
  [
    'is under way',
    (fake) => {
      fake.answer = () => fake.json(session({ state: 'processing' }));
    },
  ],
  [
    'cannot be read, offline',
    (fake) => {
      fake.navigator.onLine = false;
      fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    },
  ],
])('who comes back with Back from a payment that %s is told how it ends', async (_, arrange) => {
  const left = start({ mode: 'redirect', redirect: 'never' });
  await left.fake.clock.settle();
  arrange(left.fake);
  await comeBack(left);
  await left.fake.clock.advance(3000);
  expect([left.told, left.fake.visits]).toEqual([[], [away]]);
  left.fake.navigator.onLine = true;
  left.fake.answer = () => left.fake.json(session({ state: 'completed' }));
  left.fake.window.dispatch('online', {});
  await left.fake.clock.settle();
  expect([left.told, left.fake.visits]).toEqual([['complete'], [away]]);
});

test('who comes back with Back and never reads the session again is told so in the end', async () => {
  const left = start({ mode: 'redirect', redirect: 'never' });
  await left.fake.clock.settle();
  left.fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  await comeBack(left);
  left.fake.visibility = 'hidden';
  left.fake.documentEvents.dispatch('visibilitychange', {});
  await left.fake.clock.advance(25 * 3_600_000 + 1);
  left.fake.window.dispatch('online', {});
  await left.fake.clock.settle();
  await expect(left.checkout.result).rejects.toMatchObject({ code: 'network' });
});

test('inline without a target, and a mode that is none, are refused at the call', () => {
  expect(() => start({ mode: 'inline' })).toThrow(
    expect.objectContaining({ code: 'target_not_found' }),
  );
  expect(() => start({ mode: 'tab' as 'redirect' })).toThrow(
    expect.objectContaining({ code: 'invalid_option' }),
  );
});
