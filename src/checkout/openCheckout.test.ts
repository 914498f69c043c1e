// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { becomeReady } from '../testing/fixtures/becomeReady.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { openCheckoutOn } from './openCheckout.ts';
import type { OverlayOptions } from './options/OverlayOptions.ts';
import type { Checkout } from './run/Checkout.ts';

digestAtOnce();

interface Opened {
  readonly fake: FakePage;
  readonly checkout: Checkout;
  readonly told: string[];
}

const living: Checkout[] = [];

function open(options: OverlayOptions = {}, fake = createFakePage()): Opened {
  fake.answer = () => fake.json(session());
  const checkout = openCheckoutOn(fake.platform, { secureToken: token, host, ...options });
  living.push(checkout);
  const told: string[] = [];
  checkout.on('close', ({ reason }) => told.push(`close ${reason}`));
  checkout.on('ready', () => told.push('ready'));
  return { fake, checkout, told };
}

function partsOf() {
  const root = document.querySelector('paymentkit-overlay')?.shadowRoot;
  const part = (name: string): HTMLElement => {
    const found = root?.querySelector<HTMLElement>(`[part=${name}]`);
    if (!found) throw new Error(`No ${name}`);
    return found;
  };
  const dialog = part('dialog') as HTMLDialogElement;
  return { dialog, title: part('title'), button: part('close'), bar: part('bar') };
}

const escape = (): boolean =>
  partsOf().dialog.dispatchEvent(new Event('cancel', { cancelable: true }));

afterEach(() => {
  for (const checkout of living.splice(0)) checkout.destroy();
  document.body.replaceChildren();
});

test('shows the checkout in a modal dialog that is named by the merchant once it is known', async () => {
  const opened = open();
  const { dialog, title, button } = partsOf();
  expect([dialog.open, dialog.ariaLabel, title.textContent]).toEqual([
    true,
    'Checkout',
    'Checkout',
  ]);
  expect(button.textContent).toBe('Close checkout');
  expect(opened.checkout.mode).toBe('overlay');

  const page = await becomeReady(opened.fake);

  expect([dialog.ariaLabel, title.textContent]).toEqual(['Pay Alder Press', 'Alder Press']);
  expect(page.heard[0]).toMatchObject(['init', { mode: 'overlay' }]);
  expect(opened.fake.frames[0]?.element.style.opacity).toBe('1');
});

test('is shown under its own name where only the read is blocked', async () => {
  const opened = open();
  opened.fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const { title } = partsOf();
  await becomeReady(opened.fake);
  expect([opened.told, title.textContent]).toEqual([['ready'], 'Checkout']);
  expect(opened.fake.frames[0]?.element.style.opacity).toBe('1');
  expect(opened.fake.reported).toEqual([]);
});

test.each([
  ['is where it was, it moves into the page', 'title', ['init', 'focus']],
  ['was moved by the shopper, it stays', 'button', ['init']],
] as const)('when the focus %s once the page is there', async (_, part, heard) => {
  const opened = open();
  partsOf()[part].focus();
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  const page = await becomeReady(opened.fake);
  await opened.fake.clock.settle();
  expect(page.heard.map(([type]) => type)).toEqual(heard);
  const frames = opened.fake.frames.map(({ element }) => element);
  expect(focus.mock.contexts).toEqual(heard.length > 1 ? frames : []);
  focus.mockRestore();
});

test.each([
  ['the close button', () => partsOf().button.click()],
  ['a click beside it', () => partsOf().dialog.click()],
  ['Escape', () => void escape()],
])('before its page has said a word it is closed by %s (1D Polar; 4: 14)', async (_, dismiss) => {
  const { checkout, told } = open();
  dismiss();
  expect(document.querySelector('paymentkit-overlay')).toBeNull();
  expect(told).toEqual(['close dismissed']);
  expect(checkout.phase).toBe('canceled');
  expect(await checkout.result).toMatchObject({ outcome: 'canceled', reason: 'dismissed' });
});

test('says why its page may not be shown, and closes all the same (4: 14)', async () => {
  const opened = open();
  const page = await becomeReady(opened.fake);
  const codes: string[] = [];
  opened.checkout.on('error', ({ error }) => codes.push(error.code));
  page.send({ t: 'h:error', code: 'origin_not_allowed', recoverable: false });
  await opened.fake.clock.settle();
  expect([codes, opened.checkout.phase]).toEqual([['origin_not_allowed'], 'failed']);
  expect(partsOf().dialog.querySelector('[role=alert]')).not.toBeNull();
  partsOf().button.click();
  expect(document.querySelector('paymentkit-overlay')).toBeNull();
  expect(opened.told).toEqual(['ready', 'close error']);
});

test('closes for close() as "api", and leaves the page as it was', async () => {
  const { checkout, told, fake } = open();
  const page = fake.platform.document;
  expect(page.adoptedStyleSheets).toHaveLength(1);
  const own = new fake.platform.CSSStyleSheet();
  page.adoptedStyleSheets.push(own);
  checkout.close();
  expect(told).toEqual(['close api']);
  expect(await checkout.result).toMatchObject({ outcome: 'canceled', reason: 'api' });
  expect(page.adoptedStyleSheets).toEqual([own]);
  checkout.destroy();
  expect(page.adoptedStyleSheets).toEqual([own]);
});

test('asks back when something was typed, and closes when it is answered', async () => {
  const opened = open();
  const page = await becomeReady(opened.fake);
  page.send({ t: 'h:edited' });
  await opened.fake.clock.settle();

  expect(escape()).toBe(false);
  const { title, button } = partsOf();
  expect(title.textContent).toBe('What you entered will be lost.');

  button.dispatchEvent(new Event('blur'));
  expect(title.textContent).toBe('Alder Press');
  button.click();
  expect(opened.told).toEqual(['ready']);
  button.click();
  expect(opened.told).toEqual(['ready', 'close dismissed']);
});

test('a press takes the focus from nothing: in Safari it would, and what it asks with it', () => {
  open();
  // What happy-dom does not look at, and every browser does.
  expect(partsOf().button.onmousedown?.(new MouseEvent('mousedown'))).toBe(false);
});

test('hears Escape from the frame, where no key of it is heard', async () => {
  const opened = open();
  const page = await becomeReady(opened.fake);
  page.send({ t: 'h:escape' });
  await opened.fake.clock.settle();
  expect(opened.told).toEqual(['ready', 'close dismissed']);
});

test('is locked while a payment is taken, and says so', async () => {
  const opened = open();
  const page = await becomeReady(opened.fake);
  const { title, button } = partsOf();
  page.send({ t: 'h:submit' });
  await opened.fake.clock.settle();
  expect(button.ariaDisabled).toBe('true');
  expect(button.textContent).toBe('Close checkout: locked while your payment is taken');

  escape();
  opened.checkout.close();
  expect(title.textContent).toBe('Close checkout: locked while your payment is taken');
  expect(opened.told).toEqual(['ready']);

  page.send({ t: 'h:declined', reason: 'declined' });
  await opened.fake.clock.settle();
  expect([button.ariaDisabled, title.textContent]).toEqual(['false', 'Alder Press']);
});

test('opens again what the browser has closed without asking', async () => {
  const opened = open();
  const page = await becomeReady(opened.fake);
  page.send({ t: 'h:submit' });
  await opened.fake.clock.settle();
  const { dialog } = partsOf();
  dialog.close();
  dialog.dispatchEvent(new Event('close'));
  expect(dialog.open).toBe(true);
  expect(opened.checkout.phase).toBe('processing');
  page.send({ t: 'h:declined', reason: 'declined' });
  await opened.fake.clock.settle();
  dialog.close();
  dialog.dispatchEvent(new Event('close'));
  expect([dialog.isConnected, opened.told]).toEqual([false, ['ready', 'close dismissed']]);
});

test('the second click of a double one closes nothing', () => {
  const { told } = open();
  const { dialog, button } = partsOf();
  const click = (element: HTMLElement, detail: number): boolean =>
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  for (const element of [dialog, button]) click(element, 2);
  expect(told).toEqual([]);
  click(button, 1);
  expect(told).toEqual(['close dismissed']);
});

test('undoes no click in it: the way on of its error panel leads on', () => {
  open();
  const { dialog } = partsOf();
  const link = dialog.appendChild(document.createElement('a'));
  for (const detail of [0, 1, 2]) {
    const click = new PointerEvent('click', { bubbles: true, detail });
    link.dispatchEvent(click);
    // What happy-dom does not look at, and every browser does.
    expect([click.target, dialog.onclick?.(click) !== false]).toEqual([link, true]);
  }
});

test('has no close button when only the merchant may close it', () => {
  const { checkout, told } = open({ dismissible: false });
  expect(partsOf().button.textContent).toBe('');
  escape();
  partsOf().dialog.click();
  expect(told).toEqual([]);
  checkout.close();
  expect(told).toEqual(['close api']);
});

test('gives the open one again for the same token, also when a function brought it (fault 55)', async () => {
  const fake = createFakePage();
  const secureToken = (): Promise<string> => Promise.resolve(token);
  const { checkout } = open({ secureToken }, fake);
  expect(open({ secureToken }, fake).checkout).toBe(checkout);
  await fake.clock.settle();
  expect(open({}, fake).checkout).toBe(checkout);
  const url = `${host}/checkout/${token}`;
  expect(open({ secureToken: undefined, host: undefined, url }, fake).checkout).toBe(checkout);
  expect(document.querySelectorAll('paymentkit-overlay')).toHaveLength(1);
  document.querySelector('paymentkit-overlay')?.remove();
  const { checkout: other } = open({}, fake);
  expect(other).not.toBe(checkout);
  other.destroy();
  expect(open({}, fake).checkout).not.toBe(other);
});

test('closes after the page’s own Cancel when no address follows', async () => {
  const opened = open({ redirect: 'never' });
  const page = await becomeReady(opened.fake);
  page.send({ t: 'h:canceled' });
  await opened.fake.clock.settle();
  expect(opened.told).toEqual(['ready', 'close canceled']);
  expect(await opened.checkout.result).toMatchObject({ reason: 'page' });
});

test('says why it closed after the end', async () => {
  const opened = open({ redirect: 'never' });
  const page = await becomeReady(opened.fake);
  opened.fake.answer = () => opened.fake.json(session({ state: 'completed' }));
  page.send({ t: 'h:completed' });
  await opened.fake.clock.settle();
  partsOf().button.click();
  expect(opened.told).toEqual(['ready', 'close completed']);
});

test('closed when it completes, it tells nothing of the height of what follows', async () => {
  const opened = open({ redirect: 'never', onComplete: () => opened.checkout.close() });
  opened.checkout.on('resize', ({ height }) => opened.told.push(`resize ${String(height)}`));
  const page = await becomeReady(opened.fake);
  opened.fake.answer = () => opened.fake.json(session({ state: 'completed' }));
  page.send({ t: 'h:resize', height: 700 });
  await opened.fake.clock.advance(16);
  page.send({ t: 'h:completed' });
  page.send({ t: 'h:resize', height: 300 });
  await opened.fake.clock.settle();
  await opened.fake.clock.advance(16);
  expect(opened.told).toEqual(['ready', 'resize 700', 'close completed']);
});

test('takes over the theme, and without one that of the page', () => {
  const fake = createFakePage();
  fake.canvasText = 'rgb(255, 255, 255)';
  const { checkout } = open({}, fake);
  expect(partsOf().dialog.className).toBe('dark');
  checkout.update({ appearance: { theme: 'light' } });
  expect(partsOf().dialog.className).toBe('light');
});

test('with a signal that is over already it leaves nothing', async () => {
  const { checkout } = open({ signal: AbortSignal.abort() });
  expect(document.querySelector('paymentkit-overlay')).toBeNull();
  expect(checkout.phase).toBe('destroyed');
  await expect(checkout.result).rejects.toMatchObject({ code: 'aborted' });
});

test('closed it listens to nothing any more, and nothing waits', async () => {
  const opened = open();
  await becomeReady(opened.fake);
  opened.checkout.close();
  expect(opened.told).toEqual(['ready', 'close api']);
  for (const type of ['message', 'online', 'pageshow', 'pagehide']) {
    expect(opened.fake.window.count(type)).toBe(0);
  }
  for (const type of ['visibilitychange', 'securitypolicyviolation', 'change']) {
    expect(opened.fake.documentEvents.count(type)).toBe(0);
  }
  expect(opened.fake.clock.pending()).toBe(0);
});

test('a token that begins like that of the open checkout is another session', async () => {
  const { checkout, fake } = open();
  await fake.clock.settle();
  expect(open({ secureToken: token.slice(0, -1) }, fake).checkout).not.toBe(checkout);
  expect(open({ secureToken: `${token}1` }, fake).checkout).not.toBe(checkout);
});
