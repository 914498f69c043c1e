// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { FakeHostedPage } from '../testing/fakes/createFakeFrame.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import type { FakePopup } from '../testing/fakes/createFakePopup.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import { popupCheckoutOn } from './popupCheckout.ts';
import type { Checkout } from './run/Checkout.ts';

interface Opened {
  readonly fake: FakePage;
  readonly checkout: Checkout;
  readonly told: string[];
  readonly popup: () => FakePopup;
}

const living: Checkout[] = [];

function open(
  options: CheckoutOptions = {},
  arrange: (fake: FakePage) => void = () => undefined,
): Opened {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  arrange(fake);
  const checkout = popupCheckoutOn(fake.platform, { secureToken: token, host, ...options });
  living.push(checkout);
  const told: string[] = [];
  checkout.on('ready', () => told.push('ready'));
  checkout.on('submit', () => told.push('submit'));
  checkout.on('complete', () => told.push('complete'));
  checkout.on('cancel', () => told.push('cancel'));
  checkout.on('expire', () => told.push('expire'));
  checkout.on('close', ({ reason }) => told.push(`close ${reason}`));
  checkout.on('warning', ({ code }) => told.push(code));
  checkout.on('error', ({ error }) => told.push(error.code));
  const popup = (): FakePopup => {
    const last = fake.popups.at(-1);
    if (!last) throw new Error('No window has been opened');
    return last;
  };
  return { fake, checkout, told, popup };
}

async function becomeReady({ fake, popup }: Opened): Promise<FakeHostedPage> {
  await fake.clock.settle();
  const page = popup().load();
  page.send({ t: 'h:ready', title: 'Checkout: Alder Press' });
  await fake.clock.settle();
  return page;
}

const say = ({ fake }: Opened, changes: Parameters<typeof session>[0]): void => {
  fake.answer = () => fake.json(session(changes));
};

afterEach(() => {
  for (const checkout of living.splice(0)) checkout.destroy();
});

describe('the window', () => {
  test('is there within the call, in the middle of the page’s own, and waits for the token', async () => {
    let answer: (token: string) => void = () => undefined;
    document.documentElement.lang = 'en-GB';
    const opened = open({ secureToken: () => new Promise((resolve) => (answer = resolve)) });
    document.documentElement.lang = '';
    const { popup, fake, checkout } = opened;
    expect(fake.popups).toHaveLength(1);
    expect(popup().features).toBe('popup,width=480,height=900,left=500,top=50');
    expect(popup().address).toBe('');
    const { document: waiting } = popup().window;
    expect(waiting.title).toBe('Checkout');
    expect(waiting.documentElement.lang).toBe('en-GB');
    expect(waiting.body.firstElementChild?.shadowRoot?.textContent).toBe('Loading checkout…');
    expect([checkout.mode, checkout.phase]).toEqual(['popup', 'loading']);

    await fake.clock.settle();
    answer(token);
    await fake.clock.settle();
    expect(popup().address).toMatch(
      new RegExp(
        `^${host}/checkout/${token}\\?locale=en-GB#pk=1&n=[\\w-]{22}&o=https%3A%2F%2Fshop`,
      ),
    );
  });

  test('shows what the merchant gives it to show, or nothing, until its page comes', () => {
    const loading = document.createElement('h1');
    expect(open({ loading }).popup().window.document.body.contains(loading)).toBe(true);
    const { body } = open({ loading: false, secureToken: 'cst_other' }).popup().window.document;
    expect([body.childElementCount, body.textContent]).toEqual([0, '']);
  });

  test.each([
    [undefined, 'light dark'],
    ['dark', 'dark'],
  ] as const)('asked for the theme %s it waits in %s', (theme, scheme) => {
    const { documentElement } = open({ appearance: { theme } }).popup().window.document;
    expect(documentElement.style.colorScheme).toBe(scheme);
  });

  test('is told who opened it, and no token: its address holds that', async () => {
    const opened = open({
      locale: 'de',
      redirect: 'never',
      appearance: { accentColor: '#0b5d4b' },
    });
    const page = await becomeReady(opened);
    expect(opened.told).toEqual(['ready']);
    expect(page.heard[0]).toEqual([
      'init',
      {
        mode: 'popup',
        redirect: 'never',
        locale: 'de',
        appearance: { theme: 'auto', accentColor: '#0b5d4b' },
      },
    ]);
  });

  test('comes to the front when the same session is opened again', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    const again = popupCheckoutOn(opened.fake.platform, { secureToken: token, host });
    expect(again).toBe(opened.checkout);
    expect([opened.fake.popups.length, opened.popup().focused]).toEqual([1, 1]);
    await opened.fake.clock.settle();
    expect(page.heard.at(-1)?.[0]).toBe('focus');
  });

  test('is not kept after it was blocked: the next call tries another', async () => {
    const blocked = open({}, (fake) => {
      fake.popupsBlocked = true;
    });
    await blocked.fake.clock.advance(0);
    expect(blocked.told).toEqual(['popup_blocked']);
    const next = open();
    expect(next.checkout).not.toBe(blocked.checkout);
    expect(next.fake.popups).toHaveLength(1);
  });

  test('is not brought back after a failure without another try: the next call begins anew', async () => {
    const failed = open({}, (fake) => {
      fake.answer = () => fake.json({ code: 'token_rejected' }, 401);
    });
    await failed.fake.clock.settle();
    expect(failed.told).toEqual(['token_rejected']);
    const next = open();
    expect(next.checkout).not.toBe(failed.checkout);
    await becomeReady(next);
    expect(next.told).toEqual(['ready']);
  });

  test('goes with destroy() and with close(), and leaves no listener and no timer', async () => {
    for (const end of ['destroy', 'close'] as const) {
      const opened = open();
      await becomeReady(opened);
      opened.checkout[end]();
      expect(opened.popup().closed).toBe(true);
      for (const type of ['message', 'online', 'pageshow']) {
        expect(opened.fake.window.count(type)).toBe(0);
      }
      expect(opened.fake.clock.pending()).toBe(0);
      expect(opened.told).toEqual(end === 'close' ? ['ready', 'close api'] : ['ready']);
    }
  });
});

test('a blocked window is an error before the token is fetched; in a later click it opens', async () => {
  let asked = 0;
  const opened = open(
    { secureToken: () => Promise.resolve((asked++, token)) },
    (fake) => (fake.popupsBlocked = true),
  );
  expect(opened.told).toEqual([]);
  await opened.fake.clock.advance(0);
  expect([opened.told, asked, opened.checkout.phase]).toEqual([['popup_blocked'], 0, 'failed']);

  opened.fake.popupsBlocked = false;
  opened.checkout.focus();
  expect(opened.fake.popups).toHaveLength(0);
  opened.fake.navigator.userActivation.isActive = true;
  opened.checkout.focus();
  await becomeReady(opened);
  expect(opened.told).toEqual(['popup_blocked', 'ready']);
});

test('host "self" is a warning, in a task after the one in which it began', async () => {
  const { told, fake } = open({ host: 'self' });
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect(told).toEqual([]);
  await fake.clock.advance(0);
  expect(told).toEqual(['self_host']);
});

test('a page without an origin opens no checkout', async () => {
  const opened = open({}, (fake) => (fake.href = 'file:///shop.html'));
  await opened.fake.clock.advance(0);
  expect(opened.told).toEqual(['insecure_context']);
  expect(opened.popup().closed).toBe(true);
});

test('paid, the window is closed and the page that opened it goes on', async () => {
  const opened = open();
  const page = await becomeReady(opened);
  page.send({ t: 'h:submit' });
  await opened.fake.clock.settle();
  say(opened, { state: 'completed' });
  page.send({ t: 'h:completed' });
  await opened.fake.clock.settle();
  expect(opened.told).toEqual(['ready', 'submit', 'complete', 'close completed']);
  expect(opened.popup().closed).toBe(true);
  expect(opened.fake.visits).toEqual([session().success_url]);
});

describe('opened for a session that the window of an earlier page was paid in', () => {
  const paid = (fake: FakePage): void => {
    fake.answer = () => fake.json(session({ state: 'completed' }));
  };

  test('it is complete at once, and the window is closed before the page goes on', async () => {
    const opened = open({}, paid);
    await opened.fake.clock.advance(0);
    expect(opened.told).toEqual(['complete', 'close completed']);
    expect(opened.popup().closed).toBe(true);
    expect(opened.fake.visits).toEqual([session().success_url]);
  });

  test('on a page that stays, the page on its way into the window comes first: a browser can lose a close between', async () => {
    const opened = open({ redirect: 'never' }, paid);
    await opened.fake.clock.advance(999);
    expect([opened.told, opened.popup().closed]).toEqual([['complete'], false]);
    await opened.fake.clock.advance(1);
    expect([opened.told, opened.popup().closed]).toEqual([['complete', 'close completed'], true]);
  });
});

test('the page’s own Cancel closes the window; an expired session stands there until the shopper leaves', async () => {
  const canceled = open();
  (await becomeReady(canceled)).send({ t: 'h:canceled' });
  await canceled.fake.clock.settle();
  expect(canceled.told).toEqual(['ready', 'cancel', 'close canceled']);
  expect(canceled.fake.visits).toEqual([session().return_url]);

  const expired = open();
  const page = await becomeReady(expired);
  say(expired, { state: 'expired' });
  page.send({ t: 'h:expired' });
  await expired.fake.clock.settle();
  expect([expired.told, expired.popup().closed]).toEqual([['ready', 'expire'], false]);
  page.send({ t: 'h:return' });
  await expired.fake.clock.settle();
  expect(expired.told).toEqual(['ready', 'expire', 'close expired']);
  expect([expired.fake.visits, expired.popup().closed]).toEqual([[session().return_url], true]);
});

describe('closed by the shopper', () => {
  test('while it waits for the token, it is dismissed', async () => {
    const opened = open({ secureToken: () => new Promise<string>(() => undefined) });
    opened.popup().close();
    await opened.fake.clock.advance(500);
    expect(opened.told).toEqual(['close dismissed']);
    expect(await opened.checkout.result).toMatchObject({
      outcome: 'canceled',
      reason: 'dismissed',
    });
  });

  test('with the form open, it is dismissed once the session has said that nothing was paid', async () => {
    const opened = open();
    await becomeReady(opened);
    await opened.fake.clock.advance(5000);
    opened.popup().close();
    await opened.fake.clock.advance(1500);
    expect(opened.told).toEqual(['ready', 'close dismissed']);
    await opened.fake.clock.advance(120_000);
    expect(opened.fake.clock.pending()).toBe(0);
  });

  test('while a payment is under way, the session says how it ends', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    say(opened, { state: 'processing' });
    page.send({ t: 'h:submit' });
    await opened.fake.clock.settle();
    opened.popup().close();
    await opened.fake.clock.advance(3000);
    expect([opened.told, opened.checkout.phase]).toEqual([['ready', 'submit'], 'processing']);
    say(opened, { state: 'completed' });
    await opened.fake.clock.advance(15_000);
    const told = ['ready', 'submit', 'complete', 'close completed'];
    expect(opened.told).toEqual(told);
    await opened.checkout.refresh();
    expect(opened.told).toEqual(told);
  });

  test('in a payment that never arrived, it is canceled; one that did all the same is complete', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    page.send({ t: 'h:submit' });
    await opened.fake.clock.settle();
    opened.popup().close();
    await opened.fake.clock.advance(1500);
    expect(opened.told).toEqual(['ready', 'submit', 'close dismissed']);
    expect(opened.checkout.phase).toBe('canceled');
    say(opened, { state: 'completed' });
    await opened.fake.clock.advance(8000);
    expect(opened.told).toEqual(['ready', 'submit', 'close dismissed', 'complete']);
    expect(opened.checkout.phase).toBe('completed');
    expect((await opened.checkout.result).outcome).toBe('canceled');
  });

  test('without a network, the answer is waited for', async () => {
    const opened = open();
    await becomeReady(opened);
    opened.fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    opened.popup().close();
    await opened.fake.clock.advance(5000);
    expect(opened.told).toEqual(['ready']);
    say(opened, {});
    await opened.fake.clock.advance(15_000);
    expect(opened.told).toEqual(['ready', 'close dismissed']);
  });

  test('one that is opened again in a click is not given up for the one before', async () => {
    const opened = open();
    await becomeReady(opened);
    opened.fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    opened.popup().close();
    await opened.fake.clock.advance(5000);
    opened.checkout.focus();
    expect(opened.fake.popups).toHaveLength(1);
    opened.fake.navigator.userActivation.isActive = true;
    opened.checkout.focus();
    expect(opened.fake.popups).toHaveLength(2);
    say(opened, {});
    await becomeReady(opened);
    await opened.fake.clock.advance(15_000);
    expect([opened.told, opened.checkout.phase]).toEqual([['ready'], 'ready']);
    say(opened, { state: 'completed' });
    await opened.checkout.refresh();
    opened.checkout.focus();
    expect(opened.fake.popups).toHaveLength(2);
  });
});

describe('cut off by a Cross-Origin-Opener-Policy', () => {
  test('it is followed to its end by the session, and no deadline runs out', async () => {
    const opened = open();
    await opened.fake.clock.settle();
    opened.popup().cut();
    await opened.fake.clock.advance(20_000);
    expect(opened.told).toEqual(['popup_detached']);
    say(opened, { state: 'processing' });
    await opened.fake.clock.advance(15_000);
    say(opened, { state: 'completed' });
    await opened.fake.clock.advance(15_000);
    expect(opened.told).toEqual(['popup_detached', 'complete', 'close completed']);
    expect(opened.fake.visits).toEqual([session().success_url]);
  });

  test('a second click opens it again, because nobody knows whether it is there', async () => {
    const opened = open();
    await opened.fake.clock.settle();
    opened.popup().cut();
    await opened.fake.clock.advance(500);
    opened.fake.navigator.userActivation.isActive = true;
    expect(popupCheckoutOn(opened.fake.platform, { secureToken: token, host })).toBe(
      opened.checkout,
    );
    expect(opened.fake.popups).toHaveLength(2);
    await becomeReady(opened);
    expect(opened.told).toEqual(['popup_detached', 'ready']);
  });

  test('after a hello, a page that answers is believed, whatever `closed` says', async () => {
    const opened = open();
    await becomeReady(opened);
    const { cut, load } = opened.popup();
    cut();
    await opened.fake.clock.advance(10_000);
    expect(opened.told).toEqual(['ready']);
    // Until it answers no more.
    opened.popup().close();
    await opened.fake.clock.advance(2500);
    expect(opened.told).toEqual(['ready', 'close dismissed']);
    expect(load().page.status).toBe('alone');
  });
});

describe('the page in the window', () => {
  test('is heard anew after a reload; the phase stays, and the session is read', async () => {
    const opened = open();
    const first = await becomeReady(opened);
    await opened.fake.clock.advance(2000);
    first.leave();
    const reads = opened.fake.requests.length;
    const second = opened.popup().load();
    second.send({ t: 'h:ready', title: 'Checkout: Alder Press' });
    await opened.fake.clock.settle();
    expect(second.heard[0]?.[0]).toBe('init');
    expect(opened.fake.requests).toHaveLength(reads + 1);
    first.send({ t: 'h:canceled' });
    await opened.fake.clock.advance(5000);
    expect([opened.told, opened.checkout.phase]).toEqual([['ready'], 'ready']);
  });

  test('a storm of hellos is one handshake a second, and what came before it is not heard any more', async () => {
    const opened = open();
    const old = await becomeReady(opened);
    for (let load = 0; load < 4; load++) opened.popup().load();
    const last = opened.popup().load();
    await opened.fake.clock.settle();
    const posted = (): string[] =>
      opened.popup().posted.map(({ data }) => (data as { readonly t: string }).t);
    await opened.fake.clock.advance(999);
    expect(posted()).toEqual(['s:port']);
    await opened.fake.clock.advance(1);
    expect(posted()).toEqual(['s:port', 's:hi', 's:port']);
    last.send({ t: 'h:ready', title: 'Checkout: Alder Press' });
    await opened.fake.clock.settle();
    old.send({ t: 'h:submit' });
    await opened.fake.clock.settle();
    expect(opened.told).toEqual(['ready']);
  });

  test('that is at the bank’s does not answer: the connection is lost, and restored', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    page.leave();
    await opened.fake.clock.advance(45_000);
    expect(opened.told).toEqual(['ready', 'connection_lost']);
    const back = opened.popup().load();
    back.send({ t: 'h:ready', title: 'Checkout: Alder Press' });
    await opened.fake.clock.settle();
    expect(opened.told).toEqual(['ready', 'connection_lost', 'connection_restored']);
    const reads = opened.fake.requests.length;
    await opened.fake.clock.advance(60_000);
    expect(opened.fake.requests).toHaveLength(reads);
  });

  test('that misses two questions and answers the next was never lost', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    page.leave();
    await opened.fake.clock.advance(30_000);
    opened.popup().load().send({ t: 'h:ready', title: 'Checkout: Alder Press' });
    await opened.fake.clock.settle();
    expect(opened.told).toEqual(['ready']);
  });

  test('that was taken elsewhere by hand, and pays without a way to tell, is seen to by the session', async () => {
    const opened = open();
    const page = await becomeReady(opened);
    page.leave();
    await opened.fake.clock.advance(45_000);
    say(opened, { state: 'completed' });
    await opened.fake.clock.advance(15_000);
    expect(opened.told).toEqual(['ready', 'connection_lost', 'complete', 'close completed']);
  });

  test('is pinged while this page is hidden, and knows when nobody is there any more', async () => {
    const opened = open();
    const { page } = await becomeReady(opened);
    opened.fake.visibility = 'hidden';
    await opened.fake.clock.advance(600_000);
    expect(page.status).toBe('connecting');
    opened.checkout.destroy();
    expect(page.status).toBe('connecting');
    await opened.fake.clock.advance(150_000);
    expect(page.status).toBe('alone');
  });

  test('is alone at once when the tab that opened it is closed', async () => {
    const opened = open();
    const { page } = await becomeReady(opened);
    opened.popup().loseOpener();
    expect(page.status).toBe('alone');
  });

  test('that never comes is an error after its time, and the window is closed', async () => {
    const opened = open();
    await opened.fake.clock.advance(15_000);
    expect(opened.told).toEqual(['slow', 'load_timeout']);
    expect(opened.popup().closed).toBe(true);
    await opened.fake.clock.advance(5000);
    expect(opened.told).toEqual(['slow', 'load_timeout']);
  });

  test('that cannot load for want of a network is sent there again when there is one', async () => {
    const opened = open({}, (fake) => {
      fake.navigator.onLine = false;
      fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    });
    await opened.fake.clock.advance(100);
    expect([opened.told, opened.popup().closed]).toEqual([['offline'], false]);
    opened.fake.navigator.onLine = true;
    say(opened, {});
    opened.fake.window.dispatch('online', {});
    await becomeReady(opened);
    expect(opened.told).toEqual(['offline', 'ready']);
  });
});

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another window', { source: {} }],
  ['nobody', { source: null }],
  ['a script', { isTrusted: false }],
])('a hello of %s is not heard', async (_, forged) => {
  const opened = open();
  await opened.fake.clock.settle();
  const { window, address } = opened.popup();
  const nonce = new URLSearchParams(new URL(address).hash.slice(1)).get('n');
  const data = { pk: 1, t: 'h:hello', n: nonce, v: { min: 1, max: 1 } };
  const event = { isTrusted: true, source: window, origin: host, data, ports: [] };
  opened.fake.window.dispatch('message', { ...event, ...forged });
  expect(opened.popup().posted).toEqual([]);
  opened.fake.window.dispatch('message', event);
  expect(opened.popup().posted).toMatchObject([{ targetOrigin: host }]);
});
