// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakePlatform, type FakePage } from '../testing/createFakePlatform.ts';
import { host, session, token } from '../testing/createTestCheckout.ts';
import type { Checkout } from './Checkout.ts';
import { startCheckoutOn } from './startCheckout.ts';
import type { StartOptions } from './StartOptions.ts';

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

// The real one answers from another thread, in a time that no fake clock knows.
vi.spyOn(crypto.subtle, 'digest').mockImplementation((_, data) =>
  Promise.resolve(
    new Uint8Array(
      createHash('sha256')
        .update(data as Uint8Array)
        .digest(),
    ).buffer,
  ),
);

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
  const fake = createFakePlatform(document, nextTask);
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
  fake.window.dispatch('pageshow', { persisted: true });
  await fake.clock.settle();
};

/** What goes wrong, once the checkout has started. */
const conditions: Readonly<
  Record<string, { before?: (fake: FakePage) => void; then?: (fake: FakePage) => Promise<void> }>
> = {
  works: {
    then: async (fake) => {
      const page = fake.frames.at(-1)?.load();
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
  'never loads': { then: (fake) => fake.clock.advance(15_000) },
  'is in another app': {
    before: (fake) => (fake.navigator.userAgent = 'Mozilla/5.0 Instagram 300'),
  },
  'is unreadable': {
    before: (fake) => (fake.answer = () => fake.json({ code: 'token_rejected' }, 401)),
  },
};

const reasons: Readonly<Record<string, string>> = {
  'is blocked': 'frame_blocked',
  'never loads': 'load_timeout',
  'is in another app': 'in_app_browser',
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
  ['is blocked', 'auto', 'redirect', ['overlay to redirect: frame_blocked']],
  ['is blocked', 'inline', 'inline', ['frame_blocked']],
  ['is blocked', 'overlay', 'overlay', ['frame_blocked']],
  ['never loads', 'auto', 'redirect', ['overlay to redirect: load_timeout']],
  ['never loads', 'inline', 'inline', ['load_timeout']],
  ['is in another app', 'auto', 'redirect', ['overlay to redirect: in_app_browser']],
  ['is in another app', 'overlay', 'overlay', []],
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
    async (condition, reason) => {
      const { before, then } = conditions[condition] ?? {};
      const place = target();
      const started = start({ target: place }, before);
      await started.fake.clock.settle();
      await then?.(started.fake);
      expect(started.told).toEqual([`inline to redirect: ${reason}`]);
      expect(started.fake.visits).toEqual([]);
      expect(shownIn(place)).not.toContain('could not be loaded');
      expect(started.checkout.mode).toBe('inline');

      continueButton()?.click();
      await started.fake.clock.settle();
      expect(started.fake.visits).toEqual([away]);
      expect(started.checkout.mode).toBe('redirect');
      await comeBack(started);
    },
  );
});

test('a listener can prevent the step, and the error is shown where it is', async () => {
  const place = target();
  const started = start({ target: place });
  started.checkout.on('fallback', (event) => event.preventDefault());
  await started.fake.clock.settle();
  await started.fake.clock.advance(15_000);
  expect(started.told).toEqual(['inline to redirect: load_timeout', 'load_timeout']);
  expect(shownIn(place)).toContain('The checkout could not be loaded');
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

test('inline without a target, and a mode that is none, are refused at the call', () => {
  expect(() => start({ mode: 'inline' })).toThrow(
    expect.objectContaining({ code: 'target_not_found' }),
  );
  expect(() => start({ mode: 'tab' as 'redirect' })).toThrow(
    expect.objectContaining({ code: 'invalid_option' }),
  );
});
