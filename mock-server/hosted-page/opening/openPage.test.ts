// @vitest-environment happy-dom
import type { MerchantPage, MerchantPageHandlers } from 'paymentkit-js/hosted';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedWindow } from './Opening.ts';
import { openPage } from './openPage.ts';

const data = {
  surface: 'embed',
  locale: 'en',
  texts: {},
  allowedOrigins: ['https://shop.example'],
};
const answer = new Response('{}');
const fetch = vi.fn<typeof globalThis.fetch>();

beforeEach(() => {
  fetch.mockReset().mockResolvedValue(answer);
  vi.stubGlobal('fetch', fetch);
  const script = document.createElement('script');
  script.id = 'data';
  script.type = 'application/json';
  script.textContent = JSON.stringify(data);
  document.body.replaceChildren(script);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Opens a page whose merchant page speaks only through the handlers given back. */
const open = (token?: string, status: MerchantPage['status'] = 'connecting') => {
  const connected: { origins: readonly string[]; handlers?: MerchantPageHandlers } = {
    origins: [],
  };
  const merchant = { status, origin: undefined, send: vi.fn(), destroy: vi.fn() };
  openPage(({ allowedOrigins, handlers }) => {
    Object.assign(connected, { origins: allowedOrigins, handlers });
    return merchant;
  }, token);
  const { handlers } = connected;
  const { checkoutOpening: opening } = window as OpenedWindow;
  if (!handlers || !opening) throw new Error('Nobody is connected.');
  return { merchant, origins: connected.origins, handlers, opening };
};

const init = { mode: 'inline', redirect: 'auto', token: 'cst_1' } as const;

const listener = () => {
  const heard: unknown[] = [];
  const hear =
    (name: string) =>
    (...said: unknown[]): void => {
      heard.push([name, ...said]);
    };
  const names = ['init', 'update', 'refresh', 'focus', 'show', 'close'];
  const handlers = Object.fromEntries(names.map((name) => [name, hear(name)]));
  return { heard, handlers: handlers as unknown as MerchantPageHandlers };
};

test('the session is asked for, once, as soon as the merchant’s page has handed over the token', async () => {
  const { handlers, opening, origins } = open();
  expect(origins).toEqual(data.allowedOrigins);
  expect(fetch).not.toHaveBeenCalled();
  handlers.init(init);
  handlers.init(init);
  expect(fetch).toHaveBeenCalledOnce();
  const [path, request] = fetch.mock.lastCall ?? [];
  expect(path).toBe('/api/checkout/session');
  expect(request).toMatchObject({
    headers: { authorization: 'Bearer cst_1' },
    credentials: 'omit',
    redirect: 'error',
  });
  await expect(opening.takeAnswer()).resolves.toBe(answer);
  expect(opening.takeAnswer()).toBeUndefined();
});

test('a page that has its token of itself asks at once, unless the page around is refused', () => {
  open('cst_2', 'refused');
  expect(fetch).not.toHaveBeenCalled();
  open('cst_2', 'alone').handlers.init({ mode: 'inline', redirect: 'auto' });
  expect(fetch).toHaveBeenCalledOnce();
});

test('what the merchant’s page says is heard in order, what it said before after the task that listens', async () => {
  const { handlers, opening, merchant } = open();
  const { heard, handlers: listening } = listener();
  handlers.init(init);
  handlers.update({ locale: 'de' });
  expect(opening.listen(listening)).toBe(merchant);
  expect(heard).toEqual([]);
  await Promise.resolve();
  handlers.close('merchant');
  expect(heard).toEqual([
    ['init', init],
    ['update', { locale: 'de' }],
    ['close', 'merchant'],
  ]);
});

test('a read that fails before anybody takes it is heard by who does', async () => {
  fetch.mockRejectedValue(new TypeError('offline'));
  const { handlers, opening } = open();
  handlers.init(init);
  await new Promise((resolve) => setTimeout(resolve));
  await expect(opening.takeAnswer()).rejects.toThrow('offline');
});
