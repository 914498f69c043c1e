// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { eventLoop } from './eventLoop.ts';
import { createTestCheckout, mountCheckout, startCheckout } from './index.ts';
import type { TestCheckout } from './TestCheckout.ts';

const secureToken = 'cst_example';

let shop: TestCheckout;

beforeEach(() => {
  shop = createTestCheckout();
});

afterEach(() => {
  shop.checkout?.destroy();
  document.body.replaceChildren();
});

/** What never comes is waited for as often, and not as long. */
function hurry(): void {
  const pause = vi.spyOn(eventLoop, 'pause').mockImplementation(eventLoop.nextTask);
  onTestFinished(() => pause.mockRestore());
}

const mount = (): void => void mountCheckout(document.body, { secureToken, redirect: 'never' });

/** What jsdom says to a signal of Node's. */
const refuse = (): void => {
  throw new TypeError('member "signal" is not of type "AbortSignal"');
};

test('a document beside signals of another realm is told what to set', () => {
  vi.spyOn(document, 'addEventListener').mockImplementation(refuse);
  onTestFinished(() => void vi.restoreAllMocks());
  expect(createTestCheckout).toThrow('globalThis.AbortController = window.AbortController;');
});

const begin = (options: object) => () => createTestCheckout(options);
test.each([
  ['an option', begin({ sesion: {} }), 'Did you mean "session"?'],
  ['a field of the session', begin({ session: { amount: 5 } }), 'there is no "amount"'],
  ['a state', begin({ session: { state: 'paid' } }), 'open, processing, completed, expired'],
  ['a session', begin({ session: 'open' }), 'it is no object'],
  ['a page', begin({ page: '/checkout' }), 'no whole address'],
  ['a change', () => shop.change({ amount: 5 } as object), 'there is no "amount"'],
  ['a status', () => shop.answerCompletions('500' as never), '"500" is no status. Pass a number'],
  ['another status', () => shop.answerCompletions(700), 'Pass a number'],
  ['a latency', () => shop.slow('fast' as never), 'slow(1000)'],
])('%s', (_, call, sentence) => {
  expect(call).toThrow(sentence);
});

test.each([
  ['a reason', () => shop.decline({ reason: 'stolen_card' as never }), 'is the "declineCode"'],
  ['a name', () => shop.decline({ code: 'stolen_card' } as object), 'Did you mean "declineCode"'],
  ['a word of the bank’s', () => shop.decline('stolen_card' as never), 'decline({ declineCode: '],
  ['a code as a text', () => shop.applyCode('SAVE20' as never), '{ amount_total_atom: 5400 }'],
  ['no code', () => shop.applyCode(undefined as never), '{ amount_total_atom: 5400 }'],
  ['a code', () => shop.applyCode({ total: 5 } as object), 'there is no "total"'],
  ['a time', () => shop.advance(undefined as never), 'advance(1000)'],
  ['time that goes back', () => shop.advance(-1), 'advance(1000)'],
])('%s, in a step', async (_, step, sentence) => {
  mount();
  await expect(step()).rejects.toThrow(sentence);
});

test('a Cancel while a payment is under way', async () => {
  mount();
  await shop.challenge();
  await expect(shop.cancel()).rejects.toThrow('End it by "complete()" or "decline()" first');
});

test('a page that does not load after it has loaded, or elsewhere', async () => {
  mount();
  await shop.ready();
  await expect(shop.failToLoad()).rejects.toThrow('it is ready. Call failToLoad() in place of');
  expect(shop.events.map(({ type }) => type)).not.toContain('warning');
  shop = createTestCheckout();
  startCheckout({ secureToken, mode: 'redirect' });
  await expect(shop.failToLoad()).rejects.toThrow('it is another page by now');
});

test('a checkout that is over goes no further', async () => {
  mount();
  await shop.complete();
  const over = 'Failed to drive the checkout: it is completed. Start a new one.';
  for (const step of ['ready', 'complete', 'decline', 'cancel', 'expire', 'reload'] as const) {
    await expect(shop[step](), step).rejects.toThrow(over);
  }
  await expect(shop.applyCode({ amount_total_atom: 1 })).rejects.toThrow(over);
});

test('a checkout that fails while it is waited for says so', async () => {
  const refuse = (): Promise<string> =>
    new Promise((_, reject) => setTimeout(reject, 20, new Error('Sold out')));
  mountCheckout(document.body, { secureToken: refuse });
  await expect(shop.complete()).rejects.toMatchObject({
    message:
      'Failed to drive the checkout: it is failed (token_unavailable). Take "tryAgain()" first.',
    cause: { code: 'token_unavailable', cause: new Error('Sold out') },
  });
});

test('a checkout that nobody can try again is begun anew', async () => {
  mountCheckout(document.body, { secureToken: () => Promise.resolve('cs_an_id') });
  await shop.advance(0);
  await expect(shop.complete()).rejects.toThrow('(invalid_option). Start a new one.');
});

test('a step that is taken while another is under way says so when it fails', async () => {
  mount();
  await shop.ready();
  hurry();
  const [complete, decline] = await Promise.allSettled([shop.complete(), shop.decline()]);
  const { reason } = [complete, decline].find(({ status }) => status === 'rejected') as {
    readonly reason: Error;
  };
  expect(reason.message).toMatch(/Another step was under way.*Write "await" before each step\.$/);
  const alone = createTestCheckout();
  mountCheckout(document.body, { secureToken: () => new Promise(() => undefined) });
  await expect(alone.complete()).rejects.toThrow(/Does the function .* answer\?$/);
});

test('a checkout that the page has taken away is not one that nobody has made', async () => {
  mount();
  await shop.ready();
  shop.checkout?.destroy();
  hurry();
  await expect(shop.complete()).rejects.toThrow('the page has destroyed it');
  await expect(shop.failToLoad()).rejects.toThrow('the page has destroyed it');
});

test('“Try again” is refused where nobody offers it', async () => {
  mount();
  await expect(shop.tryAgain()).rejects.toThrow('no "Try again" on the page');
});

test('says what is missing when there is nothing to drive', async () => {
  hurry();
  await expect(shop.complete()).rejects.toThrow(
    /Render the page that starts it first.*wait for it outside of act\(\)/,
  );
});

test('a step while the page waits for the shopper to go on names the one to take', async () => {
  startCheckout({ secureToken, target: document.body });
  await shop.failToLoad();
  await expect(shop.complete()).rejects.toThrow('Take "goOn()" first.');
  await shop.goOn();
  await shop.complete();
  expect(shop.checkout?.phase).toBe('completed');
});
