// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import {
  createTestCheckout,
  mountCheckout,
  openCheckout,
  popupCheckout,
  prepareCheckout,
  retrieveSession,
  startCheckout,
} from './index.ts';
import type { TestCheckout } from './TestCheckout.ts';

const secureToken = 'cst_example';

let shop: TestCheckout;

beforeEach(() => {
  shop = createTestCheckout();
});

afterEach(() => {
  document.body.replaceChildren();
});

const mount = (): void => void mountCheckout(document.body, { secureToken });
const told = (): (string | undefined)[] =>
  shop.events.map((event) =>
    `${event.type} ${event.type === 'error' ? event.error.code : ''}`.trim(),
  );

test('a shopper who has paid in another tab finds it paid', async () => {
  mount();
  await shop.ready();
  await shop.payElsewhere();
  expect([shop.checkout?.phase, told()]).toEqual(['completed', ['ready', 'complete']]);
  expect(shop.redirectedTo).toBe(shop.session.success_url);
});

test('and so does one who was at the bank here, or had not seen the page yet', async () => {
  mount();
  await shop.challenge();
  await shop.payElsewhere();
  expect(shop.checkout?.phase).toBe('completed');
  shop = createTestCheckout();
  openCheckout({ secureToken });
  await shop.payElsewhere();
  expect(shop.checkout?.phase).toBe('completed');
});

test('a slow server hears of a payment in another tab before the step ends', async () => {
  shop.slow(1000);
  mountCheckout(document.body, { secureToken, completion: { endpoint: '/complete' } });
  await shop.ready();
  await shop.payElsewhere();
  expect([shop.completions.length, told().at(-1)]).toEqual([1, 'complete']);
});

test.each([
  [401, 'token_rejected'],
  [403, 'origin_not_allowed'],
])('a session API that answers %i is %s', async (status, code) => {
  shop.answerReads(status);
  mount();
  await shop.advance(0);
  expect(told()).toEqual([`error ${code}`]);
  await expect(retrieveSession(secureToken)).rejects.toMatchObject({ code });
});

test('a session API that fails for a while ends no payment, and is asked again', async () => {
  mount();
  await shop.challenge();
  shop.answerReads(503);
  await expect(retrieveSession(secureToken)).rejects.toMatchObject({ code: 'api_error' });
  await shop.complete();
  expect(shop.checkout?.phase).toBe('processing');
  shop.answerReads(200);
  await shop.advance(15_000);
  expect(shop.checkout?.phase).toBe('completed');
});

test('a hosted page asks the same API, and shows no form while that is down', async () => {
  shop.answerReads(503);
  mount();
  await shop.ready();
  expect([shop.checkout?.phase, told()]).toEqual(['failed', ['warning', 'error api_error']]);
  await expect(shop.complete()).rejects.toThrow('Take "tryAgain()" first.');
  shop.answerReads(200);
  await shop.tryAgain();
  await shop.complete();
  expect(shop.checkout?.phase).toBe('completed');
});

test('a frame that the page’s own policy forbids fails at once, and again by “Try again”', async () => {
  mount();
  await shop.failToLoad('frame_blocked');
  await shop.tryAgain();
  await shop.failToLoad('frame_blocked');
  expect(told()).toEqual(['error frame_blocked', 'error frame_blocked']);
});

test('a ladder goes down a step from a frame that is forbidden', async () => {
  startCheckout({ secureToken, target: document.body });
  await shop.failToLoad('frame_blocked');
  await shop.goOn();
  await shop.complete();
  expect(told()).toContain('fallback');
  expect(shop.checkout?.phase).toBe('completed');
});

test('a page whose digests take their time is waited for', async () => {
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...what) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return digest(...what);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  mount();
  await shop.ready();
  shop.change({ amount_total_atom: 5000 });
  await shop.checkout?.refresh();
  await shop.advance(0);
  expect(told()).toEqual(['ready', 'change']);
});

test('a window knows no policy of the page', async () => {
  popupCheckout({ secureToken });
  await expect(shop.failToLoad('frame_blocked')).rejects.toThrow('Call blockPopups() before');
  await expect(shop.failToLoad('blocked' as never)).rejects.toThrow('Pass "load_timeout"');
});

test('after a window that was blocked no button is named that nobody sees', async () => {
  shop.blockPopups();
  popupCheckout({ secureToken });
  await shop.advance(0);
  await expect(shop.complete()).rejects.toThrow('it is failed (popup_blocked). Start a new one.');
});

test('of two that have begun in places of their own, the one made last is driven', async () => {
  document.body.innerHTML = '<p></p><p></p>';
  const [first = document.body, second = document.body] = document.querySelectorAll('p');
  const begin = { secureToken, redirect: 'never' } as const;
  for (const make of [
    (target: Element) => startCheckout({ ...begin, target }),
    (target: Element) => prepareCheckout({ ...begin, target }).start(),
  ]) {
    shop = createTestCheckout();
    const slow = (): Promise<string> => new Promise((done) => setTimeout(done, 20, secureToken));
    const before = mountCheckout(first, { ...begin, secureToken: slow });
    const last = make(second);
    // By then the frame of the first is the newest on the page.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await shop.decline();
    expect([before.phase, last.phase]).toEqual(['loading', 'ready']);
  }
  const dialog = startCheckout({ ...begin, mode: 'overlay', target: first });
  await shop.complete();
  expect(dialog.phase).toBe('completed');
});
