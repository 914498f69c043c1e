// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import { nextTask } from '../testing/fixtures/nextTask.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import type { Checkout } from './run/Checkout.ts';

const mount = (options: Partial<CheckoutOptions> = {}, arrange?: (fake: FakePage) => void) =>
  mountOnFakePage({ redirect: 'never', ...options }, arrange);
const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => (isPaymentKitError(error) ? error.code : error));
const isPending = async (promise: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([promise.catch(() => 0), nextTask().then(() => 'pending')])) === 'pending';
const panelIn = (target: Element): ShadowRoot | undefined =>
  target.querySelector('[role=alert]')?.shadowRoot ?? undefined;
const problem = (fake: FakePage, code: string, status: number): void => {
  fake.answer = () => fake.json({ code }, status, { 'x-request-id': 'req_1' });
};

/** The promise waits for a day that nobody sees the page, and ends with the read after another hour. */
async function expectPatience(fake: FakePage, { result }: Checkout): Promise<void> {
  const readAfter = async (milliseconds: number): Promise<void> => {
    await fake.clock.advance(milliseconds);
    fake.window.dispatch('online', {});
    await fake.clock.settle();
  };
  await fake.clock.advance(61_000);
  fake.visibility = 'hidden';
  fake.documentEvents.dispatch('visibilitychange', {});
  await readAfter(24 * 3_600_000);
  expect(await isPending(result)).toBe(true);
  await readAfter(3_600_000);
  expect(await outcomeOf(result)).toBe('network');
  // Nobody waits any more: it is read when somebody looks, and not by the schedule.
  fake.visibility = 'visible';
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.settle();
  const reads = fake.requests.length;
  await fake.clock.advance(60_000);
  expect(fake.requests).toHaveLength(reads);
}

beforeEach(digestAtOnce);

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test('a page that is never ready is a load_timeout, after a warning at half of the time', async () => {
  const { fake, told, checkout, target } = mount({ timeoutMs: 10_000 });
  await fake.clock.advance(9_999);
  expect(told()).toEqual(['warning slow']);
  await fake.clock.advance(1);
  expect(told()).toEqual(['warning slow', 'error load_timeout']);
  expect(checkout.phase).toBe('failed');
  expect(panelIn(target)?.textContent).toBe(
    'The checkout could not be loadedCheck your connection, then try again. You have not been charged.Try againOpen in a new page',
  );
  expect(panelIn(target)?.querySelector('a')?.href).toBe(`${host}/checkout/${token}`);
  expect(document.documentElement.outerHTML).not.toContain(token);
  expect(await isPending(checkout.ready)).toBe(true);
  expect(await isPending(checkout.result)).toBe(true);
});

test('the height that a page told in its last moment is no news after the error', async () => {
  const { fake, told, becomeReady } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:resize', height: 700 });
  page.send({ t: 'h:error', code: 'token_rejected', recoverable: false });
  await fake.clock.advance(16);
  expect(told()).toEqual(['ready', 'error token_rejected']);
});

test('in development the console says what went wrong, and what to change', async () => {
  const cause = new Error('500');
  const broken = mount({ secureToken: () => Promise.reject(cause) });
  await broken.fake.clock.advance(0);
  expect(broken.fake.printed).toEqual([
    [expect.stringMatching(/^PaymentKitError: Failed to get the secure token: .+#token_/), cause],
  ]);
  const slow = mount({ timeoutMs: 10_000 });
  await slow.fake.clock.advance(5_000);
  expect(slow.fake.printed).toEqual([
    [expect.stringMatching(/^PaymentKit warns: slow\. Half of .+events#warnings\)$/)],
  ]);
});

test('time that nobody sees the page does not count (fault 29)', async () => {
  const { fake, told } = mount();
  await fake.clock.advance(5_000);
  fake.visibility = 'hidden';
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.advance(3_600_000);
  expect(told()).toEqual([]);
  fake.visibility = 'visible';
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.advance(10_000);
  expect(told()).toEqual(['warning slow', 'error load_timeout']);
});

test('trying again makes a new frame with a new nonce, and the checkout goes on', async () => {
  const { fake, checkout, target, frame, becomeReady, told } = mount();
  await fake.clock.advance(15_000);
  const first = frame().element.getAttribute('src');
  // Until the shopper asks for it: whoever looks at the page again has it read once.
  const reads = fake.requests.length;
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.advance(60_000);
  expect([checkout.phase, fake.requests.length]).toEqual(['failed', reads + 1]);
  panelIn(target)?.querySelector('button')?.click();
  expect(checkout.phase).toBe('loading');
  await becomeReady();
  expect(checkout.phase).toBe('ready');
  expect(frame().element.getAttribute('src')).not.toBe(first);
  expect(target.querySelectorAll('[sandbox]')).toHaveLength(1);
  expect(told()).toEqual(['warning slow', 'error load_timeout', 'ready']);
});

test('offline is told at once, and tried again as soon as the browser is online', async () => {
  const { fake, told, target, becomeReady, say } = mount({}, (page) => {
    page.navigator.onLine = false;
    page.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  });
  await fake.clock.settle();
  expect(told()).toEqual(['error offline']);
  // A page before this one may have paid: nobody has asked.
  expect(panelIn(target)?.textContent).not.toContain('charged');
  // Whoever looks again at a page without a network is not told once more.
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.settle();
  expect(told()).toEqual(['error offline']);
  fake.navigator.onLine = true;
  fake.answer = () => fake.json(session());
  say({});
  fake.window.dispatch('online', {});
  await becomeReady();
  expect(told()).toEqual(['error offline', 'ready']);
});

test('a page that does not come to a browser that went offline is not called slow to load', async () => {
  const { fake, told, becomeReady } = mount();
  await fake.clock.settle();
  fake.navigator.onLine = false;
  await fake.clock.advance(15_000);
  expect(told()).toEqual(['warning slow', 'error offline']);
  fake.navigator.onLine = true;
  fake.window.dispatch('online', {});
  await becomeReady();
  expect(told().at(-1)).toBe('ready');
});

test('a policy that forbids the frame is told at once, with its directive', async () => {
  const { fake, told, events } = mount();
  await fake.clock.settle();
  const violation = { effectiveDirective: 'frame-src', blockedURI: host, disposition: 'enforce' };
  const dispatch = (changes: object): void =>
    fake.documentEvents.dispatch('securitypolicyviolation', { ...violation, ...changes });
  dispatch({ disposition: 'report' });
  dispatch({ blockedURI: 'https://pay.example.evil.example' });
  dispatch({ effectiveDirective: 'img-src' });
  expect(told()).toEqual([]);
  dispatch({});
  expect(told()).toEqual(['error frame_blocked']);
  expect(String((events[0] as { error?: Error }).error?.message)).toContain('frame-src');
});

test.each([
  ['token_rejected', 401, undefined],
  ['origin_not_allowed', 403, `${host}/checkout/${token}`],
])('%s ends the checkout, without another try', async (code, status, address) => {
  const { fake, told, checkout, target, events } = mount({}, undefined);
  problem(fake, code, status);
  await fake.clock.settle();
  expect(told()).toEqual([`error ${code}`]);
  expect(await outcomeOf(checkout.ready)).toBe(code);
  expect(await outcomeOf(checkout.result)).toBe(code);
  expect(panelIn(target)?.querySelector('button')).toBeNull();
  const link = panelIn(target)?.querySelector('a');
  expect([link?.href, link?.target]).toEqual([address, address && '_blank']);
  expect((events[0] as { error?: { requestId: string } }).error?.requestId).toBe('req_1');
  const late = vi.fn();
  checkout.on('error', late);
  await fake.clock.settle();
  expect(late).toHaveBeenCalledOnce();
});

test('a failure without another try ends the reading, also while another window pays', async () => {
  const { fake, told, checkout, becomeReady, say } = mount();
  await becomeReady();
  say({ state: 'processing' });
  await checkout.refresh();
  problem(fake, 'token_rejected', 401);
  expect(await outcomeOf(checkout.refresh())).toBe('token_rejected');
  expect(told()).toEqual(['ready', 'error token_rejected']);
  const reads = fake.requests.length;
  await fake.clock.advance(60_000);
  expect(fake.requests).toHaveLength(reads);
});

test('only the read blocked: the checkout is ready without a session', async () => {
  const { fake, told, checkout, becomeReady } = mount();
  fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  await becomeReady();
  expect(told()).toEqual(['warning api_unreachable', 'ready']);
  expect(checkout.session).toBeUndefined();
  expect(await checkout.ready).toBeUndefined();
});

test('a read that gets no answer ends after ten seconds', async () => {
  const { fake, told, becomeReady } = mount();
  fake.answer = (_, { signal }) =>
    new Promise((__, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  await becomeReady();
  await fake.clock.advance(10_000);
  expect(told()).toContain('ready');
});

test('the page’s own errors are told by their code, and an unknown code is a violation', async () => {
  for (const [code, expected] of [
    ['network', 'network'],
    ['token_rejected', 'token_rejected'],
    ['constructor', 'protocol_violation'],
  ] as const) {
    const { told, becomeReady, fake } = mount();
    const page = await becomeReady();
    page.send({ t: 'h:error', code, recoverable: true });
    await fake.clock.settle();
    expect(told()).toEqual(['ready', `error ${expected}`]);
  }
});

test('a frame taken away while a payment is taken: complete still fires, once', async () => {
  const { fake, told, becomeReady, say, target } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  target.querySelector('[sandbox]')?.remove();
  say({ state: 'processing' });
  await fake.clock.advance(40_000);
  say({ state: 'completed' });
  await fake.clock.advance(60_000);
  expect(told()).toEqual(['ready', 'submit', 'complete']);
});

test('a frame taken away while a payment is taken that never began is lost after 15 seconds', async () => {
  const { fake, told, becomeReady, target } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  target.querySelector('[sandbox]')?.remove();
  const reads = fake.requests.length;
  page.leave();
  await fake.clock.settle();
  expect(fake.requests).toHaveLength(reads + 1);
  await fake.clock.advance(14_000);
  expect(told()).toEqual(['ready', 'submit']);
  await fake.clock.advance(2_000);
  expect(told()).toEqual(['ready', 'submit', 'error frame_lost']);
});

test('a frame taken away otherwise is lost, by its bye or by the next look at it', async () => {
  for (const says of [true, false]) {
    const { fake, told, becomeReady, target } = mount();
    const page = await becomeReady();
    target.querySelector('[sandbox]')?.remove();
    if (says) page.leave();
    await fake.clock.advance(says ? 0 : 15_000);
    expect(told()).toEqual(['ready', 'error frame_lost']);
    // Lost, it is asked for once more: another window may have paid.
    expect(fake.requests).toHaveLength(2);
  }
});

test('a page that answers no ping is a warning, and so is its coming back (fault 2)', async () => {
  const { fake, told, becomeReady, frame } = mount();
  const page = await becomeReady();
  await fake.clock.advance(60_000);
  expect(told()).toEqual(['ready']);
  const port = frame().posted.find(({ ports }) => ports.length)?.ports[0];
  const answer = port?.onmessage;
  if (port) port.onmessage = () => undefined;
  await fake.clock.advance(60_000);
  expect(told()).toEqual(['ready', 'warning connection_lost']);
  if (port) port.onmessage = answer ?? null;
  page.send({ t: 'h:pong' });
  await fake.clock.advance(60_000);
  expect(told()).toEqual(['ready', 'warning connection_lost', 'warning connection_restored']);
});

/** The page in the frame has died: nothing tells, and nothing answers. */
function die({ frame }: ReturnType<typeof mount>): void {
  const port = frame().posted.find(({ ports }) => ports.length)?.ports[0];
  if (port) port.onmessage = () => undefined;
}

test('a page that stays silent for another half minute is a frame that is lost, and can be tried again', async () => {
  const shop = mount();
  await shop.becomeReady();
  die(shop);
  await shop.fake.clock.advance(74_000);
  expect(shop.told()).toEqual(['ready', 'warning connection_lost']);
  const reads = shop.fake.requests.length;
  await shop.fake.clock.advance(1_000);
  expect(shop.told()).toEqual(['ready', 'warning connection_lost', 'error frame_lost']);
  // Somebody may have paid meanwhile.
  expect(shop.fake.requests).toHaveLength(reads + 1);
  panelIn(shop.target)?.querySelector('button')?.click();
  await shop.becomeReady();
  expect(shop.checkout.phase).toBe('ready');
});

test('a page that dies in the middle of a payment is not waited for: the session says how it ends', async () => {
  for (const [state, expected] of [
    ['completed', 'complete'],
    ['open', 'error frame_lost'],
  ] as const) {
    const shop = mount();
    const page = await shop.becomeReady();
    page.send({ t: 'h:submit' });
    shop.say({ state: 'processing' });
    await shop.fake.clock.settle();
    die(shop);
    await shop.fake.clock.advance(95_000);
    expect(shop.told()).toEqual(['ready', 'submit', 'warning connection_lost']);
    shop.say({ state });
    await shop.fake.clock.advance(15_000);
    expect(shop.told().at(-1)).toBe(expected);
    shop.checkout.destroy();
  }
});

test('a page that dies while the bank asks the shopper can be tried again: nobody else could answer', async () => {
  const shop = mount({ redirect: 'never' });
  const page = await shop.becomeReady();
  page.send({ t: 'h:submit' });
  const url = 'https://bank.example/challenge';
  const payment = {
    id: 'pay_1',
    status: 'requires_action',
    next_action: { type: 'three_d_secure', url } as const,
  };
  shop.say({ state: 'processing', payment });
  await shop.fake.clock.settle();
  const events = ['ready', 'submit'];
  await shop.fake.clock.advance(30_000);
  // As long as the page lives, the shopper may answer in it.
  expect(shop.told()).toEqual(events);
  die(shop);
  await shop.fake.clock.advance(95_000);
  expect(shop.told()).toEqual([...events, 'warning connection_lost', 'error frame_lost']);
  expect(panelIn(shop.target)?.textContent).toContain('Try again');
  expect(panelIn(shop.target)?.textContent).not.toContain('charged');
  // The bank may have heard the answer all the same.
  shop.say({ state: 'completed' });
  await shop.fake.clock.advance(15_000);
  expect(shop.told().at(-1)).toBe('complete');
});

test('a page that is over may be silent: somebody prints the receipt', async () => {
  const shop = mount();
  await shop.becomeReady();
  shop.say({ state: 'completed' });
  await shop.checkout.refresh();
  die(shop);
  await shop.fake.clock.advance(120_000);
  expect(shop.told()).toEqual(['ready', 'complete']);
  expect(shop.frame().element.isConnected).toBe(true);
});

test('a page that has not come yet is neither silent nor lost', async () => {
  const { fake, told, becomeReady } = mount({ timeoutMs: 200_000 });
  await fake.clock.advance(99_000);
  await becomeReady();
  expect(told()).toEqual(['ready']);
});

test('a page that does not load in the middle of a payment never says that nobody was charged, and what becomes of it is told', async () => {
  for (const [state, expected] of [
    ['completed', 'complete'],
    ['open', 'error load_timeout'],
  ] as const) {
    const { fake, told, target, say, checkout } = mount();
    say({ state: 'processing' });
    await fake.clock.advance(15_000);
    expect(told()).toEqual(['warning slow', 'error load_timeout']);
    expect(panelIn(target)?.textContent).toBe(
      'The checkout could not be loadedCheck your connection, then try again.Try againOpen in a new page',
    );
    await fake.clock.advance(20_000);
    say({ state });
    await fake.clock.advance(15_000);
    expect(told().at(-1)).toBe(expected);
    expect(panelIn(target) === undefined).toBe(state === 'completed');
    checkout.destroy();
  }
});

test('a session that is read again while the checkout is destroyed says so, and not that the network failed', async () => {
  const { fake, checkout, becomeReady } = mount();
  await becomeReady();
  fake.answer = (_, { signal }) =>
    new Promise((__, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
  const reading = outcomeOf(checkout.refresh());
  await fake.clock.settle();
  checkout.destroy();
  expect(await reading).toBe('destroyed');
});

test('after the page says paid, a silent API is a warning and, long after, the end of the promise', async () => {
  const { fake, told, becomeReady, checkout } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  page.send({ t: 'h:completed' });
  await fake.clock.advance(59_000);
  expect(told()).toEqual(['ready', 'submit']);
  await fake.clock.advance(2_000);
  expect(told()).toEqual(['ready', 'submit', 'warning confirmation_unavailable']);
  expect(await isPending(checkout.result)).toBe(true);
  fake.visibility = 'hidden';
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.advance(26 * 3_600_000);
  fake.visibility = 'visible';
  fake.documentEvents.dispatch('visibilitychange', {});
  await fake.clock.settle();
  expect(await outcomeOf(checkout.result)).toBe('network');
  expect(told().join()).not.toContain('error');
});

test('a page that says the same without end costs a height a display frame, one read at a time and one warning (fault 46)', async () => {
  const { fake, told, becomeReady, frame } = mount();
  const page = await becomeReady();
  let [reading, most] = [0, 0];
  fake.answer = async () => {
    most = Math.max(most, ++reading);
    await nextTask();
    reading--;
    throw new TypeError('Failed to fetch');
  };
  const before = fake.requests.length;
  const listening = fake.documentEvents.count('visibilitychange');
  for (let time = 0; time < 500; time++) {
    page.send({ t: 'h:resize', height: 600 + time });
    page.send({ t: 'h:completed' });
  }
  await fake.clock.settle();
  expect(told().filter((one) => one.startsWith('resize')).length).toBeLessThanOrEqual(1);
  expect(most).toBe(1);
  expect(fake.requests.length - before).toBeLessThanOrEqual(3);
  expect(fake.documentEvents.count('visibilitychange') - listening).toBeLessThanOrEqual(2);
  await fake.clock.advance(61_000);
  expect(told().filter((one) => one.startsWith('warning'))).toEqual([
    'warning confirmation_unavailable',
  ]);
  expect(frame().element.isConnected).toBe(true);
});

test('a clock that is days ahead ends no promise after one failed read', async () => {
  const { fake, told, checkout, becomeReady } = mount({}, (page) => {
    Object.assign(page.platform, { Date: { now: () => Date.UTC(2026, 0, 9) } });
  });
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  await fake.clock.advance(5000);
  expect(await isPending(checkout.result)).toBe(true);
  fake.answer = () => fake.json(session({ state: 'completed' }));
  await fake.clock.advance(15_000);
  expect(told()).toEqual(['ready', 'submit', 'complete']);
});

/** A checkout that failed to load; then the session is over, and the shopper looks at the page again. */
async function endAfterFailure(state: 'completed' | 'expired', prevented = false) {
  const mounted = mount();
  if (prevented) mounted.checkout.on('error', (event) => event.preventDefault());
  await mounted.fake.clock.advance(15_000);
  mounted.say({ state });
  mounted.fake.window.dispatch('online', {});
  await mounted.fake.clock.settle();
  return mounted;
}

test('a page that still loads is not slow once the session is over', async () => {
  for (const state of ['completed', 'expired'] as const) {
    const { fake, told } = mount();
    fake.answer = () => fake.json(session({ state }));
    await fake.clock.advance(8_000);
    expect(told()).toEqual([state === 'completed' ? 'complete' : 'expire']);
  }
});

test('a panel goes when the checkout is paid elsewhere: it says that nobody was charged', async () => {
  const { told, target } = await endAfterFailure('completed');
  expect(told()).toEqual(['warning slow', 'error load_timeout', 'complete']);
  expect(panelIn(target)).toBeUndefined();
});

test('a panel stays when the session expires, without "Try again": the page it leads to says so, with a way back', async () => {
  const { told, target } = await endAfterFailure('expired');
  expect(told()).toEqual(['warning slow', 'error load_timeout', 'expire']);
  expect(panelIn(target)?.textContent).toBe(
    'The checkout could not be loaded You have not been charged.Open in a new page',
  );
  expect(panelIn(target)?.querySelector('a')?.href).toBe(`${host}/checkout/${token}`);
});

test('a panel that the merchant prevented does not come when the session expires', async () => {
  const { told, target } = await endAfterFailure('expired', true);
  expect(told()).toEqual(['warning slow', 'error load_timeout', 'expire']);
  expect(panelIn(target)).toBeUndefined();
});

test.each([
  [
    'expired',
    'expire',
    'The checkout could not be loaded You have not been charged.Open in a new page',
  ],
  ['completed', 'complete', undefined],
] as const)(
  'a session that is %s before its page comes does not load for ever',
  async (state, event, panel) => {
    const { fake, told, target, say } = mount();
    say({ state });
    fake.window.dispatch('online', {});
    await fake.clock.advance(14_000);
    expect(target.querySelector('[role=status]')).not.toBeNull();
    await fake.clock.advance(1000);
    expect(target.querySelector('[role=status]')).toBeNull();
    expect(target.querySelector('iframe')).toBeNull();
    expect(panelIn(target)?.textContent).toBe(panel);
    expect(told()).toEqual([event]);
  },
);

test('a page that says expired after it said paid is still one that may be paid: nobody can close it', async () => {
  const { fake, told, becomeReady, checkout } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:completed' });
  page.send({ t: 'h:expired' });
  await fake.clock.settle();
  checkout.close();
  expect([checkout.phase, told()]).toEqual(['ready', ['ready']]);
});

test('a failure never speaks over a payment that may have been made', async () => {
  const { fake, told, becomeReady, checkout } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.settle();
  problem(fake, 'token_rejected', 401);
  page.send({ t: 'h:error', code: 'network', recoverable: true });
  await fake.clock.advance(30_000);
  expect(told()).toEqual(['ready', 'submit']);
  expect(checkout.phase).toBe('processing');
});

test.each([
  ['token_rejected', 401],
  ['origin_not_allowed', 403],
])('after the page says paid, a read refused with %s is no failure', async (code, status) => {
  const { fake, told, becomeReady, checkout, target } = mount();
  const page = await becomeReady();
  problem(fake, code, status);
  page.send({ t: 'h:completed' });
  await fake.clock.advance(30_000);
  checkout.close();
  expect(told()).toEqual(['ready']);
  expect(target.querySelector('[sandbox]')).not.toBeNull();
  await fake.clock.advance(31_000);
  expect(told()).toEqual(['ready', 'warning confirmation_unavailable']);
  page.send({ t: 'h:canceled' });
  await fake.clock.settle();
  fake.answer = () => fake.json(session({ state: 'completed' }));
  await fake.clock.advance(15_000);
  expect(told()).toEqual(['ready', 'warning confirmation_unavailable', 'complete']);
});

test('after the page says paid, a read that stays refused ends the promise an hour after the session', async () => {
  const { fake, told, becomeReady, checkout } = mount();
  const page = await becomeReady();
  problem(fake, 'token_rejected', 401);
  page.send({ t: 'h:completed' });
  await expectPatience(fake, checkout);
  expect(told()).toEqual(['ready', 'warning confirmation_unavailable']);
});

test('after the page says paid, a session that could never be read ends the promise after a day and an hour', async () => {
  const { fake, becomeReady, checkout } = mount();
  problem(fake, 'api_error', 500);
  const page = await becomeReady();
  page.send({ t: 'h:completed' });
  await expectPatience(fake, checkout);
});

test('after the page says expired, a read that is refused is a failure', async () => {
  const { fake, told, becomeReady } = mount();
  const page = await becomeReady();
  problem(fake, 'token_rejected', 401);
  page.send({ t: 'h:expired' });
  await fake.clock.settle();
  expect(told()).toEqual(['ready', 'error token_rejected']);
});

test('a frame taken away after the page says paid is lost only when the session is still open', async () => {
  const { fake, told, becomeReady, target, checkout } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:completed' });
  await fake.clock.settle();
  target.querySelector('[sandbox]')?.remove();
  page.leave();
  await fake.clock.advance(14_000);
  expect(told()).toEqual(['ready']);
  await fake.clock.advance(2_000);
  expect(told()).toEqual(['ready', 'error frame_lost']);
  // What the page said is taken back with it: nothing is locked by a payment that never was.
  checkout.close();
  expect(told()).toEqual(['ready', 'error frame_lost', 'close']);
});

test('after a payment that never began, another try can take one', async () => {
  const { fake, told, becomeReady, target, checkout } = mount();
  const first = await becomeReady();
  first.send({ t: 'h:submit' });
  await fake.clock.settle();
  target.querySelector('[sandbox]')?.remove();
  first.leave();
  await fake.clock.advance(20_000);
  panelIn(target)?.querySelector('button')?.click();
  const second = await becomeReady();
  second.send({ t: 'h:submit' });
  await fake.clock.advance(20_000);
  expect(checkout.phase).toBe('processing');
  expect(told()).toEqual(['ready', 'submit', 'error frame_lost', 'ready', 'submit']);
});

test('a frame that starts anew shakes hands once more and keeps the phase', async () => {
  const { fake, frame, becomeReady, checkout, told } = mount();
  const page = await becomeReady();
  const ports = (): number => frame().posted.filter((message) => message.ports.length).length;
  expect(ports()).toBe(1);
  await fake.clock.advance(1_000);
  const reads = fake.requests.length;
  page.leave();
  await fake.clock.settle();
  const next = frame().load();
  await fake.clock.settle();
  expect(next.heard).toHaveLength(1);
  expect(ports()).toBe(2);
  expect(checkout.phase).toBe('ready');
  expect(fake.requests).toHaveLength(reads + 1);
  next.send({ t: 'h:ready', title: 'Pay' });
  await fake.clock.settle();
  expect(told()).toEqual(['ready']);
});

test('a page that says no title of its own leaves its frame the one it has', async () => {
  const { fake, frame } = mount();
  await fake.clock.settle();
  frame().load().send({ t: 'h:ready', title: '' });
  await fake.clock.settle();
  expect(frame().element.title).toBe('Checkout');
});

test('a page that starts anew in the middle of a payment that is open again gives back the try', async () => {
  const { fake, frame, becomeReady, checkout } = mount();
  const page = await becomeReady();
  page.send({ t: 'h:submit' });
  await fake.clock.advance(2_000);
  page.leave();
  await fake.clock.settle();
  const next = frame().load();
  next.send({ t: 'h:ready', title: 'Pay' });
  await fake.clock.settle();
  expect(checkout.phase).toBe('ready');
});

test.each([
  ['is under way', ['h:processing'], 'processing'],
  ['is declined', ['h:processing', 'h:declined'], 'ready'],
  ['was declined', ['h:declined'], 'ready'],
] as const)('a payment that %s before the page is ready', async (_, types, phase) => {
  const { fake, frame, checkout, told, say } = mount();
  say({ state: 'processing' });
  await fake.clock.settle();
  const page = frame().load();
  for (const t of types) page.send({ t, step: 'three_d_secure', reason: 'declined' });
  await fake.clock.settle();
  expect(checkout.phase).toBe('loading');
  page.send({ t: 'h:ready', title: 'Pay' });
  await fake.clock.settle();
  expect(told().at(-1)).toBe('ready');
  expect(await checkout.ready).toBe(checkout.session);
  expect(checkout.phase).toBe(phase);
  say({ state: 'completed' });
  const reads = fake.requests.length;
  await fake.clock.advance(2_000);
  expect(fake.requests.length > reads).toBe(phase === 'processing');
});

test('there is at most one handshake a second, and none is lost', async () => {
  const { fake, frame, becomeReady } = mount();
  await becomeReady();
  const ports = (): number => frame().posted.filter((message) => message.ports.length).length;
  let last = frame().load();
  for (let reload = 0; reload < 20; reload++) {
    await fake.clock.settle();
    last.leave();
    last = frame().load();
  }
  await fake.clock.settle();
  expect(ports()).toBe(1);
  await fake.clock.advance(1_000);
  expect(ports()).toBe(2);
  expect(last.heard).toHaveLength(1);
});

test('a frame that the shopper reloads has its port at its first hello, without being reminded', async () => {
  const { fake, becomeReady, frame } = mount();
  const page = await becomeReady();
  await fake.clock.advance(5_000);
  page.leave();
  await fake.clock.settle();
  const before = frame().posted.length;
  const next = frame().load();
  await fake.clock.settle();
  expect(frame().posted.slice(before)).toMatchObject([{ data: { t: 's:port' } }]);
  expect(next.heard).toMatchObject([['init', {}]]);
});

test.each([
  ['hello, then this page’s pageshow', ['page', 'merchant']],
  ['this page’s pageshow, then hello', ['merchant', 'page']],
])('comes back from the back-forward cache: %s', async (_, order) => {
  const { fake, becomeReady, checkout } = mount();
  const page = await becomeReady();
  await fake.clock.advance(5_000);
  page.leave(true);
  for (const side of order) {
    if (side === 'page') page.comeBack();
    else fake.window.dispatch('pageshow', { persisted: true });
    await fake.clock.settle();
  }
  await fake.clock.advance(2_000);
  checkout.focus();
  await fake.clock.settle();
  expect(page.heard.at(-1)).toEqual(['focus']);
});

test('comes back from the back-forward cache: the bye of before arrives last of all', async () => {
  const { fake, becomeReady, checkout, frame } = mount();
  const page = await becomeReady();
  await fake.clock.advance(5_000);
  const port = frame().posted.find(({ ports }) => ports.length)?.ports[0];
  const own = (port as unknown as { other: MessagePort }).other;
  const listener = own.onmessage;
  own.onmessage = null;
  page.leave(true);
  page.comeBack();
  fake.window.dispatch('pageshow', { persisted: true });
  await fake.clock.advance(2_000);
  own.onmessage = listener;
  await fake.clock.settle();
  checkout.focus();
  await fake.clock.settle();
  expect(page.heard.at(-1)).toEqual(['focus']);
});

test.each([
  ['another major is refused', { min: 2, max: 3 }, 'error unsupported_version'],
  ['a later major, too, is heard, with a warning', { min: 1, max: 2 }, 'warning version_skew'],
])('a hosted page of %s (fault 54)', async (_, v, expected) => {
  const { fake, frame, told } = mount();
  await fake.clock.settle();
  const { element, window } = frame();
  const nonce = new URLSearchParams(new URL(element.getAttribute('src') ?? '').hash).get('n');
  const data = { pk: 1, t: 'h:hello', n: nonce, v };
  fake.window.dispatch('message', {
    isTrusted: true,
    source: window,
    origin: host,
    data,
    ports: [],
  });
  expect(told()).toEqual([expected]);
  expect(frame().posted).toHaveLength(expected.startsWith('error') ? 0 : 1);
});

test('a session that is read again before there is a token is an error, and ready waits for the first read', async () => {
  let resolve: (given: string) => void = () => undefined;
  const secureToken = () => new Promise<string>((give) => (resolve = give));
  const { told, checkout, becomeReady, fake } = mount({ secureToken });
  expect(await outcomeOf(checkout.refresh())).toBe('token_unavailable');
  let answer = (): void => undefined;
  fake.answer = () =>
    new Promise((read) => {
      answer = () => read(fake.json(session()));
    });
  resolve(token);
  await becomeReady();
  expect(told()).toEqual([]);
  answer();
  await fake.clock.settle();
  expect(told()).toEqual(['ready']);
});
