// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

const assign = vi.fn();
const token = 'cst_1';
const href = `https://pay.example/checkout/${token}`;

/** A button that was clicked before the script was there, and the session that it opened. */
let early: string | undefined;

beforeAll(async () => {
  // happy-dom follows a link before it has asked its listeners: the page's address is not to be had from it.
  vi.spyOn(location, 'origin', 'get').mockReturnValue('https://shop.example');
  vi.spyOn(location, 'assign').mockImplementation(assign);
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Nothing answers'));
  window.paymentKitClick = add({ 'data-paymentkit-checkout': 'cst_early' }, 'button');
  const opened = new Promise<Event>((resolve) => {
    addEventListener('paymentkit:close', resolve, { once: true });
  });
  await import('./global.ts');
  const dialog = document.querySelector('paymentkit-overlay')?.shadowRoot;
  dialog?.querySelector('button')?.click();
  early = ((await opened).target as Element).getAttribute('data-paymentkit-checkout') ?? undefined;
});

afterEach(() => {
  document.querySelector('paymentkit-overlay')?.shadowRoot?.querySelector('button')?.click();
  document.body.replaceChildren();
  assign.mockClear();
  // Ends the promise of the redirect before, as leaving the page and coming back to it does.
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
});

function add(attributes: Record<string, string>, tag = 'a'): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

/** Clicks, and says whether the browser would have followed. */
function click(element: Element, init: MouseEventInit = {}): boolean {
  let followed = false;
  const stop = (event: Event): void => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', stop, { once: true });
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  return followed;
}

test('the script tag sets one name', () => {
  expect(Object.keys(window.PaymentKit).sort()).toEqual([
    'PaymentKitError',
    'checkoutUrl',
    'handleCheckoutReturn',
    'isPaymentKitError',
    'mountCheckout',
    'openCheckout',
    'popupCheckout',
    'prepareCheckout',
    'redirectToCheckout',
    'retrieveSession',
    'startCheckout',
    'version',
    'waitForCompletion',
  ]);
});

test('a click on a button that came before the script is answered when it comes', () => {
  expect(early).toBe('cst_early');
});

test('a link takes host and token from its address, and what is inside it counts as the link', async () => {
  const link = add({
    href,
    'data-paymentkit-checkout': '',
    'data-paymentkit-mode': 'redirect',
    'data-paymentkit-locale': 'de',
  });
  const inside = document.createElement('span');
  link.append(inside);
  expect(click(inside)).toBe(false);
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith(`${href}?locale=de`), {
    timeout: 20_000,
  });
  expect(sessionStorage.getItem('paymentkit:checkout')).toContain(token);
});

test('a link in a shadow root is one too', () => {
  const card = add({}, 'section');
  card.attachShadow({ mode: 'open' }).innerHTML = `<a href="${href}" data-paymentkit-checkout="">`;
  const told = vi.fn();
  document.addEventListener('paymentkit:close', told, { once: true });
  const link = card.shadowRoot?.firstElementChild ?? card;
  expect(click(link, { composed: true })).toBe(false);
  dialog()?.querySelector('button')?.click();
  expect(told.mock.calls[0]?.[0]).toMatchObject({ target: card });
});

test('a link in a drawing has its address inside an object', () => {
  const link = add({ 'data-paymentkit-checkout': '' });
  Object.defineProperty(link, 'href', { value: { baseVal: href } });
  expect(click(link)).toBe(false);
  expect([dialog()?.localName, assign.mock.calls]).toEqual(['dialog', []]);
});

test('a button names token and host', async () => {
  const button = add(
    {
      'data-paymentkit-checkout': token,
      'data-paymentkit-host': 'https://pay.example',
      'data-paymentkit-mode': 'redirect',
    },
    'button',
  );
  expect(click(button)).toBe(false);
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith(expect.stringContaining(href)), {
    timeout: 20_000,
  });
});

test.each<[string, MouseEventInit, Record<string, string>]>([
  ['with a modifier', { ctrlKey: true }, {}],
  ['with another button', { button: 1 }, {}],
  ['for another window', {}, { target: '_blank' }],
])('a click %s is the browser’s', (_, init, attributes) => {
  expect(click(add({ href, 'data-paymentkit-checkout': '', ...attributes }), init)).toBe(true);
});

test('a click that a listener of the page has answered starts nothing', () => {
  const link = add({ 'data-paymentkit-checkout': '', href });
  link.addEventListener('click', (event) => {
    event.preventDefault();
  });
  click(link);
  expect(document.querySelector('paymentkit-overlay')).toBeNull();
});

test('a link of nobody’s is left alone', () => {
  expect(click(add({ href }))).toBe(true);
});

test('a link that is none is told on the element, reported, and then followed as a link', async () => {
  const wrong = 'https://pay.example/elsewhere';
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const link = add({ href: wrong, 'data-paymentkit-checkout': '' });
  const listener = vi.fn();
  document.addEventListener('paymentkit:error', listener, { once: true });
  click(link);
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith(wrong), { timeout: 20_000 });
  expect(listener.mock.calls[0]?.[0]).toMatchObject({
    target: link,
    detail: { error: { code: 'invalid_option' } },
  });
  expect(report).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: 'invalid_option' }),
  );
  vi.unstubAllGlobals();
});

test('a button that names no checkout is told, and leads nowhere', () => {
  vi.stubGlobal('reportError', vi.fn());
  const button = add({ 'data-paymentkit-checkout': 'sk_test_1' }, 'button');
  const listener = vi.fn();
  document.addEventListener('paymentkit:error', listener, { once: true });
  click(button);
  expect([listener.mock.calls.length, assign.mock.calls]).toEqual([1, []]);
  vi.unstubAllGlobals();
});

test('a listener of the page can prevent what follows', async () => {
  const link = add({ href, 'data-paymentkit-checkout': '' });
  const told: string[] = [];
  link.addEventListener('paymentkit:fallback', (event) => {
    event.preventDefault();
    told.push(event.type);
  });
  link.addEventListener('paymentkit:error', (event) => told.push(event.type));
  click(link);
  const violation = { effectiveDirective: 'frame-src', disposition: 'enforce' };
  const blockedURI = new URL(href).origin;
  await vi.waitFor(
    () => {
      const event = new Event('securitypolicyviolation');
      document.dispatchEvent(Object.assign(event, { ...violation, blockedURI }));
      expect(told).toEqual(['paymentkit:fallback', 'paymentkit:error']);
    },
    { timeout: 20_000 },
  );
});

const dialog = (): Element | null | undefined =>
  document.querySelector('paymentkit-overlay')?.shadowRoot?.querySelector('dialog');

test('a window opens within the click, and the next click finds it', () => {
  const opened = document.implementation.createHTMLDocument();
  const popup = { closed: false, document: opened, focus: vi.fn(), close: vi.fn() };
  const open = vi.spyOn(window, 'open').mockReturnValue({
    ...popup,
    location: { replace: vi.fn() },
  } as unknown as Window);
  const link = add({ href, 'data-paymentkit-checkout': '', 'data-paymentkit-mode': 'popup' });
  expect(click(link)).toBe(false);
  expect(opened.title).toBe('Checkout');
  click(link);
  expect([open.mock.calls.length, popup.focus.mock.calls.length]).toEqual([1, 1]);
});

test('without a mode it opens over the page, also for markup that came later', () => {
  const link = add({ href, 'data-paymentkit-checkout': '', 'data-paymentkit-theme': 'dark' });
  const told: string[] = [];
  document.addEventListener(
    'paymentkit:close',
    (event) => {
      told.push(
        `${(event.target as Element).localName} ${(event as CustomEvent<{ reason: string }>).detail.reason}`,
      );
    },
    { once: true },
  );
  expect(click(link)).toBe(false);
  expect(dialog()?.className).toBe('dark');
  click(link);
  expect(document.querySelectorAll('paymentkit-overlay')).toHaveLength(1);
  dialog()?.querySelector('button')?.click();
  expect(told).toEqual(['a dismissed']);
  expect(dialog()).toBeUndefined();
});

test('with a target it stands in the page, once', () => {
  const place = add({ id: 'place' }, 'div');
  const link = add({ href, 'data-paymentkit-checkout': '', 'data-paymentkit-target': '#place' });
  click(link);
  click(link);
  expect(place.children).toHaveLength(1);
  expect(assign).not.toHaveBeenCalled();
});

test('pressed again after a failure it begins anew in the same place', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  onTestFinished(() => {
    onLine.mockRestore();
  });
  const target = add({ id: 'place' }, 'div');
  const link = add({
    'data-paymentkit-checkout': '',
    'data-paymentkit-mode': 'inline',
    'data-paymentkit-target': '#place',
    href,
  });
  const press = async (): Promise<unknown> => {
    const failed = new Promise<Event>((resolve) => {
      link.addEventListener('paymentkit:error', resolve, { once: true });
    });
    click(link);
    return ((await failed) as CustomEvent<{ error: { code: string } }>).detail.error.code;
  };
  expect([await press(), await press()]).toEqual(['offline', 'offline']);
  expect(target.children).toHaveLength(1);
});

test('the same script again changes nothing', async () => {
  const first = window.PaymentKit;
  vi.resetModules();
  await import('./global.ts');
  expect(window.PaymentKit).toBe(first);
  click(add({ href, 'data-paymentkit-checkout': '' }));
  expect(document.querySelectorAll('paymentkit-overlay')).toHaveLength(1);
});

test('a button that has gone before the script comes begins nothing', async () => {
  window.paymentKitClick = add({ 'data-paymentkit-checkout': 'cst_gone' }, 'button');
  window.paymentKitClick.remove();
  Reflect.deleteProperty(window, 'PaymentKit');
  vi.resetModules();
  await import('./global.ts');
  expect(window.PaymentKit.version).toBe('0.0.0-test');
  expect(document.querySelectorAll('paymentkit-overlay')).toHaveLength(0);
});
