// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import { host, session, token } from '../testing/session.ts';
import { mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (isPaymentKitError(error) ? error.code : error),
  );
const frameIn = (target: Element): HTMLElement | null => target.querySelector('[sandbox]');
const coverIn = (target: Element): ShadowRoot | undefined =>
  [...(target.firstElementChild?.children ?? [])].find((child) => child.shadowRoot)?.shadowRoot ??
  undefined;

digestAtOnce();

afterEach(() => {
  document.body.replaceChildren();
});

test('is ready once the page has painted and the session was read', async () => {
  const { checkout, events, becomeReady, target, fake } = mountOnFakePage();
  expect(checkout.phase).toBe('loading');
  expect(coverIn(target)?.textContent).toContain('Loading checkout…');

  const page = await becomeReady();

  expect(checkout.phase).toBe('ready');
  expect(events).toMatchObject([{ type: 'ready', session: session() }]);
  expect(coverIn(target)).toBeUndefined();
  expect(frameIn(target)?.style.opacity).toBe('1');
  expect(frameIn(target)?.title).toBe('Pay Alder Press');
  expect((await checkout.ready)?.id).toBe(session().id);
  expect(page.heard).toEqual([
    [
      'init',
      { token, locale: 'en-GB', appearance: { theme: 'light' }, mode: 'inline', redirect: 'auto' },
    ],
  ]);
  expect(fake.requests).toHaveLength(1);
});

test('a frame that an extension has put into a box of its own stays, and what was over it goes', async () => {
  const { target, told, fake, frame } = mountOnFakePage();
  await fake.clock.settle();
  const { element } = frame();
  const box = document.createElement('span');
  element.replaceWith(box);
  box.append(element);
  frame().load().send({ t: 'h:ready', title: '' });
  await fake.clock.settle();
  expect(told()).toEqual(['ready']);
  expect(target.contains(element)).toBe(true);
  expect(coverIn(target)).toBeUndefined();
});

test('waits for the read when the page was faster', async () => {
  let answer: (response: Response) => void = () => undefined;
  const { checkout, becomeReady, fake } = mountOnFakePage();
  fake.answer = () => new Promise((resolve) => (answer = resolve));
  await becomeReady();
  expect(checkout.phase).toBe('loading');
  answer(fake.json(session()));
  await fake.clock.settle();
  expect(checkout.phase).toBe('ready');
});

test('sets every safeguard of the frame before it is inserted, and the token nowhere (4: 45)', async () => {
  const { frame, fake, target } = mountOnFakePage();
  await fake.clock.settle();
  const { element } = frame();
  expect(element.getAttribute('sandbox')).toBe(
    'allow-scripts allow-same-origin allow-forms allow-popups',
  );
  expect(element.getAttribute('allow')).toBe(`payment ${host}; publickey-credentials-get ${host}`);
  expect(element.getAttribute('referrerpolicy')).toBe('strict-origin');
  expect(element.getAttribute('src')).toMatch(
    /^https:\/\/pay\.example\/embed\/[\w-]{43}\?locale=en-GB#pk=1&n=[\w-]{22}&o=https%3A%2F%2Fshop\.example$/,
  );
  expect(document.documentElement.outerHTML).not.toContain(token);
  expect(target.children).toHaveLength(1);
});

test('completes exactly once, when the API says so and not when the page does (fault 42; threat 56)', async () => {
  const { checkout, told, becomeReady, say, fake } = mountOnFakePage({ redirect: 'never' });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  expect(checkout.phase).toBe('processing');

  say({ state: 'completed' });
  await fake.clock.advance(1000);
  page.send({ t: 'h:completed' });
  await fake.clock.advance(60_000);

  expect(told()).toEqual(['ready', 'submit', 'complete']);
  expect(await checkout.result).toMatchObject({ outcome: 'completed', verified: 'api' });
  expect(fake.visits).toEqual([]);
});

test('reads after 1, 2, 4, 8 and then every 15 seconds while a payment is under way', async () => {
  const { becomeReady, fake } = mountOnFakePage();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  const times: number[] = [];
  const start = fake.clock.now();
  const { answer } = fake;
  fake.answer = (url, init) => {
    times.push((fake.clock.now() - start) / 1000);
    return answer(url, init);
  };
  await fake.clock.advance(46_000);
  expect(times).toEqual([1, 3, 7, 15, 30, 45]);
});

test('does not read while it waits for the shopper', async () => {
  const { becomeReady, fake } = mountOnFakePage();
  await becomeReady();
  await fake.clock.advance(600_000);
  expect(fake.requests).toHaveLength(1);
});

test.each(['online', 'pageshow', 'visible'])('a sleeping back-off wakes on %s', async (signal) => {
  const { becomeReady, fake, say, told } = mountOnFakePage({ redirect: 'never' });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.advance(20_000);
  say({ state: 'completed' });
  if (signal === 'visible') fake.documentEvents.dispatch('visibilitychange', {});
  else fake.window.dispatch(signal, { persisted: true });
  await fake.clock.settle();
  expect(told()).toContain('complete');
});

test('goes to the success_url that the API has given', async () => {
  const { becomeReady, fake, say } = mountOnFakePage();
  const page = await becomeReady();
  say({ state: 'completed' });
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([session().success_url]);
});

test('stays when a listener prevents the redirect, and goes when the shopper presses Continue (1D Dodo; 4: 15)', async () => {
  const { becomeReady, fake, say, checkout } = mountOnFakePage();
  checkout.on('complete', (event) => event.preventDefault());
  const page = await becomeReady();
  say({ state: 'completed' });
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([]);
  page.send({ t: 'h:return' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([session().success_url]);
});

test.each([
  ['h:completed', 'open', 'success_url'],
  ['h:expired', 'open', 'return_url'],
  ['h:completed', 'expired', 'return_url'],
  ['h:expired', 'completed', 'success_url'],
] as const)('after %s, and the API says %s, the page leads to %s', async (hint, state, address) => {
  const { becomeReady, fake, say, checkout } = mountOnFakePage();
  checkout.on('complete', (event) => event.preventDefault());
  const page = await becomeReady();
  page.send({ t: 'h:return' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([]);
  say({ state });
  page.send({ t: hint });
  await fake.clock.settle();
  page.send({ t: 'h:return' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([session()[address]]);
});

test('leaves once, and again only when the shopper has come back', async () => {
  const { becomeReady, fake } = mountOnFakePage();
  const page = await becomeReady();
  page.send({ t: 'h:canceled' });
  page.send({ t: 'h:return' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([session().return_url]);
  page.leave(true);
  fake.window.dispatch('pageshow', { persisted: true });
  page.comeBack();
  await fake.clock.advance(2000);
  page.send({ t: 'h:return' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([session().return_url, session().return_url]);
});

test('refuses to leave for an address that is not safe', async () => {
  const { becomeReady, fake, say, told } = mountOnFakePage();
  const page = await becomeReady();
  say({ state: 'completed', success_url: 'javascript:alert(1)' });
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  expect(fake.visits).toEqual([]);
  expect(told()).toEqual(['ready', 'complete', 'error unsafe_redirect']);
});

test('a session already completed or expired at the start says so without being ready', async () => {
  for (const [state, event, code] of [
    ['completed', 'complete', 'session_completed'],
    ['expired', 'expire', 'session_expired'],
  ] as const) {
    const { checkout, told, fake, say, frame, target } = mountOnFakePage({ redirect: 'never' });
    say({ state });
    await fake.clock.settle();
    expect(told()).toEqual([event]);
    const late = vi.fn<(end: { readonly session: CheckoutSession }) => void>();
    checkout.on(event, late);
    frame().load().send({ t: 'h:ready', title: '' });
    await fake.clock.settle();
    expect(late).toHaveBeenCalledOnce();
    expect(late.mock.calls[0]?.[0].session.state).toBe(state);
    // What the page says of the end is seen.
    expect(coverIn(target)).toBeUndefined();
    expect(checkout.phase).toBe(state);
    expect(await codeOf(checkout.ready)).toBe(code);
    expect((await checkout.result).outcome).toBe(state);
  }
});

test('a decline gives the shopper another try', async () => {
  const { becomeReady, fake, checkout, events } = mountOnFakePage();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  page.send({ t: 'h:processing', step: 'three_d_secure' });
  page.send({ t: 'h:declined', reason: 'declined', decline_code: 'insufficient_funds' });
  await fake.clock.settle();
  expect(checkout.phase).toBe('ready');
  expect(events.at(-2)).toMatchObject({ type: 'processing', step: 'three_d_secure' });
  expect(events.at(-1)).toMatchObject({
    type: 'decline',
    reason: 'declined',
    declineCode: 'insufficient_funds',
    sessionId: session().id,
  });
  const before = fake.requests.length;
  await fake.clock.advance(60_000);
  expect(fake.requests).toHaveLength(before);
});

test('the page’s own Cancel goes to the return_url, and never while a payment is taken', async () => {
  const { becomeReady, fake, checkout, told, events } = mountOnFakePage();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  page.send({ t: 'h:canceled' });
  await fake.clock.settle();
  expect(checkout.phase).toBe('processing');
  page.send({ t: 'h:declined', reason: 'not_attempted' });
  page.send({ t: 'h:canceled' });
  await fake.clock.settle();
  expect(told()).toEqual(['ready', 'submit', 'decline', 'cancel']);
  expect(events.at(-1)).toMatchObject({ reason: 'page' });
  expect(fake.visits).toEqual([session().return_url]);
  expect(await checkout.result).toMatchObject({ outcome: 'canceled', reason: 'page' });
});

test('change passes the amounts on, and nothing else', async () => {
  const { becomeReady, fake, events } = mountOnFakePage();
  const page = await becomeReady();
  const amounts = {
    amount_subtotal_atom: 6800,
    amount_discount_atom: 680,
    amount_total_atom: 6120,
  };
  page.send({ t: 'h:change', currency: 'usd', ...amounts });
  await fake.clock.settle();
  const { preventDefault, ...event } = events.at(-1) ?? { preventDefault: undefined };
  expect(preventDefault).toBeTypeOf('function');
  expect(event).toEqual({
    type: 'change',
    currency: 'usd',
    ...amounts,
    sessionId: session().id,
    timestamp: expect.any(Number) as number,
    defaultPrevented: false,
  });
});

test('the frame takes the height its page asks for, once a display frame', async () => {
  const { becomeReady, fake, told, target } = mountOnFakePage();
  const page = await becomeReady();
  for (const height of [700, 710, 720.4]) page.send({ t: 'h:resize', height });
  await fake.clock.advance(16);
  expect(frameIn(target)?.style.height).toBe('721px');
  // What it has already is told to nobody.
  page.send({ t: 'h:resize', height: 721 });
  await fake.clock.advance(16);
  expect(told()).toEqual(['ready', 'resize']);
});

test('a height that comes before the page is shown is taken at once', async () => {
  const { fake, frame, told, target } = mountOnFakePage();
  await fake.clock.settle();
  const page = frame().load();
  await fake.clock.settle();
  page.send({ t: 'h:resize', height: 700 });
  await fake.clock.settle();
  expect([told(), frameIn(target)?.style.height]).toEqual([['resize'], '700px']);
});

test('what a listener prevents does not happen: the skeleton stays, the height stays, the page stays', async () => {
  const onReady = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  const stay = { onReady, onResize: onReady, onCancel: onReady };
  const { becomeReady, fake, target } = mountOnFakePage({ redirect: 'auto', ...stay });
  const page = await becomeReady();
  expect(target.querySelector('[role=status]')).not.toBeNull();
  expect(frameIn(target)?.style.opacity).toBe('0');
  page.send({ t: 'h:resize', height: 700 });
  await fake.clock.advance(16);
  expect(frameIn(target)?.style.height).toBe('560px');
  page.send({ t: 'h:canceled' });
  await fake.clock.settle();
  expect([onReady.mock.calls.length, fake.visits]).toEqual([3, []]);
});

test('560 pixels are reserved until the page says what it needs, or as many as the merchant says', async () => {
  for (const [initialHeight, reserved] of [
    [undefined, '560px'],
    [720, '720px'],
  ] as const) {
    const { target, fake } = mountOnFakePage({ initialHeight });
    expect((target.firstElementChild as HTMLElement).style.minHeight).toBe(reserved);
    await fake.clock.settle();
    expect(frameIn(target)?.style.height).toBe(reserved);
  }
});

test('the language is that of the page, before that of the browser', async () => {
  document.documentElement.lang = 'pt-BR';
  onTestFinished(() => document.documentElement.removeAttribute('lang'));
  for (const locale of [undefined, '', 'auto', 'de'] as const) {
    const { becomeReady, frame } = mountOnFakePage({ locale });
    const page = await becomeReady();
    const expected = locale === 'de' ? 'de' : 'pt-BR';
    expect(page.heard[0]).toMatchObject(['init', { locale: expected }]);
    expect(frame().element.getAttribute('src')).toContain(`?locale=${expected}#`);
  }
});

test('a page may grow as often as its shopper opens something; one that grows with its frame is stopped (fault 47)', async () => {
  const { becomeReady, fake, told, target } = mountOnFakePage();
  const page = await becomeReady();
  const grow = async (from: number, to: number, pause: number): Promise<void> => {
    for (let height = from; height < to; height += 10) {
      page.send({ t: 'h:resize', height });
      await fake.clock.advance(pause);
    }
  };
  await grow(600, 1000, 300);
  for (let height = 1400; height > 990; height -= 10) {
    page.send({ t: 'h:resize', height });
    await fake.clock.advance(16);
  }
  expect(told()).not.toContain('warning resize_loop');
  expect(frameIn(target)?.style.height).toBe('1000px');
  await fake.clock.advance(2000);
  await grow(1000, 1400, 16);
  expect(told().filter((type) => type === 'warning resize_loop')).toHaveLength(1);
  expect(frameIn(target)?.style.height).toBe('1200px');
});

test('a page in a frame that gets no focus, as behind a dialog, is not asked to take it', async () => {
  const { becomeReady, fake, checkout, target } = mountOnFakePage();
  const page = await becomeReady();
  const refused = vi.spyOn(frameIn(target) as HTMLElement, 'focus').mockReturnValue();
  checkout.focus();
  await fake.clock.settle();
  expect(refused).toHaveBeenCalledOnce();
  expect(page.heard.map(([type]) => type)).toEqual(['init']);
});

test('the page that comes has the focus of its frame, where that matches no :focus-within (Firefox, Safari)', async () => {
  const { becomeReady, fake, target } = mountOnFakePage();
  const matches = vi.spyOn(Element.prototype, 'matches').mockReturnValue(false);
  onTestFinished(() => matches.mockRestore());
  await fake.clock.settle();
  frameIn(target)?.focus();
  const page = await becomeReady();
  await fake.clock.settle();
  expect(page.heard.map(([type]) => type)).toEqual(['init', 'focus']);
});

test('what the page has moved the focus to is brought into sight, at its place over the frame (Safari)', async () => {
  const sought: (readonly [place: boolean, styles: string])[] = [];
  const { becomeReady, fake, target, told } = mountOnFakePage();
  const root = target.firstElementChild;
  Reflect.set(HTMLElement.prototype, 'scrollIntoViewIfNeeded', function (this: HTMLElement) {
    sought.push([this.parentElement === root, this.style.cssText]);
  });
  onTestFinished(
    () => void Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoViewIfNeeded'),
  );
  const page = await becomeReady();
  const children = root?.childElementCount;

  page.send({ t: 'h:focused', height: 434.5 });
  page.send({ t: 'h:focused', height: NaN });
  await fake.clock.settle();

  expect(sought).toEqual([
    [true, expect.stringMatching(/grid-area: ?1 ?\/ ?1.*margin-top: ?435px/)],
  ]);
  expect(root?.childElementCount).toBe(children);
  expect(told()).toEqual(['ready']);
});

test('a browser that scrolls there by itself is left to it (Firefox)', async () => {
  const { becomeReady, fake, target, told } = mountOnFakePage();
  const page = await becomeReady();
  page.send({ t: 'h:focused', height: 434 });
  await fake.clock.settle();
  expect(target.querySelector('i')).toBeNull();
  expect(told()).toEqual(['ready']);
});

test('shows the language, the looks and the fields that the merchant changes (4: 30)', async () => {
  const { becomeReady, fake, checkout } = mountOnFakePage({
    appearance: { accentColor: '#0b5d4b' },
  });
  const page = await becomeReady();
  checkout.update({
    locale: 'de',
    appearance: { theme: 'dark' },
    prefill: { email: 'a@b.example' },
  });
  checkout.focus();
  void checkout.refresh();
  await fake.clock.settle();
  expect(page.heard.slice(1)).toEqual([
    [
      'update',
      {
        locale: 'de',
        appearance: { theme: 'dark', accentColor: '#0b5d4b' },
        prefill: { email: 'a@b.example' },
      },
    ],
    ['focus'],
    ['refresh'],
  ]);
  expect(fake.requests).toHaveLength(2);
});

test.each([
  ['rgb(0, 0, 0)', 'light'],
  ['rgb(255, 255, 255)', 'dark'],
  ['rgb(251, 251, 254)', 'dark'],
])('theme auto where text is %s is %s', async (canvasText, theme) => {
  const { becomeReady, frame } = mountOnFakePage({}, (fake) => Object.assign(fake, { canvasText }));
  const page = await becomeReady();
  expect(page.heard[0]?.[1]).toMatchObject({ appearance: { theme } });
  expect(frame().element.style.colorScheme).toBe(theme);
});

test('follows the page’s colour scheme while it lives (4: 34)', async () => {
  const { becomeReady, fake, frame } = mountOnFakePage();
  const page = await becomeReady();
  fake.canvasText = 'rgb(255, 255, 255)';
  fake.documentEvents.dispatch('change', {});
  await fake.clock.settle();
  expect(page.heard.at(-1)).toEqual(['update', { appearance: { theme: 'dark' } }]);
  expect(frame().element.style.colorScheme).toBe('dark');
});

test('writes a timeline without a secret in it, and sets marks', async () => {
  const debug = vi.fn();
  const { becomeReady, fake } = mountOnFakePage({ debug });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  const types = debug.mock.calls.map(([entry]) => (entry as { type: string }).type);
  // At its `load` it was asked whether it has the port.
  expect(types).toEqual(['h:pong', 'h:ready', 'phase', 'ready', 'h:submit', 'phase', 'submit']);
  expect(fake.marks).toContain('paymentkit:ready');
  expect(JSON.stringify(debug.mock.calls)).not.toContain(token);
});

test('without a function of its own the timeline goes to the console', async () => {
  const { becomeReady, fake } = mountOnFakePage({ debug: true });
  await becomeReady();
  const at = fake.clock.now();
  expect(fake.printed).toContainEqual(['PaymentKit', { at, type: 'phase', detail: 'ready' }]);
});

test('a function for the timeline that throws is reported and stops nothing', async () => {
  const failure = new Error('mine');
  const { becomeReady, fake, told } = mountOnFakePage({
    debug: () => {
      throw failure;
    },
  });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  expect(told()).toEqual(['ready', 'submit']);
  expect(new Set(fake.reported)).toEqual(new Set([failure]));
});
