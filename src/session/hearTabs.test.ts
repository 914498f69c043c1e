// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostedMessage } from '../protocol/HostedMessage.ts';
import { createFakeTabs } from '../testing/fakes/createFakeTabs.ts';
import { session, token } from '../testing/session.ts';
import { type MountedCheckout, mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import { digestAtOnce } from './fixtures/digestAtOnce.ts';

const name = `paymentkit:${session().id}`;

interface Tab extends MountedCheckout {
  /** What the hosted page says. */
  readonly hear: (message: HostedMessage) => Promise<void>;
}

/** A ready checkout in a tab of a browser. */
async function openTab(tabs: typeof BroadcastChannel): Promise<Tab> {
  const tab = mountOnFakePage({ redirect: 'never' }, (fake) => {
    fake.tabs = tabs;
  });
  const page = await tab.becomeReady();
  const hear = async (message: HostedMessage): Promise<void> => {
    page.send(message);
    await tab.fake.clock.settle();
  };
  return { ...tab, hear };
}

beforeEach(digestAtOnce);

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test.each([
  ['completed', 'complete', 'h:completed'],
  ['expired', 'expire', 'h:expired'],
] as const)('a session %s in one tab is so in a hidden other at once', async (state, event, t) => {
  const tabs = createFakeTabs();
  const one = await openTab(tabs);
  const other = await openTab(tabs);
  other.fake.visibility = 'hidden';
  one.say({ state });
  other.say({ state });
  await one.hear({ t });
  await other.fake.clock.settle();
  expect([one.checkout.phase, other.checkout.phase]).toEqual([state, state]);
  expect([one.told(), other.told()]).toEqual([
    ['ready', event],
    ['ready', event],
  ]);
  // Who knows the end asks no more, whatever is said.
  const asked = other.fake.requests.length;
  new tabs(name).postMessage('over');
  await other.fake.clock.advance(5_000);
  expect(other.fake.requests).toHaveLength(asked);
});

test('a tab that cannot ask the API lets the others know all the same', async () => {
  const tabs = createFakeTabs();
  const one = await openTab(tabs);
  const other = await openTab(tabs);
  one.fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
  other.say({ state: 'completed' });
  await one.hear({ t: 'h:completed' });
  await other.fake.clock.settle();
  expect([one.checkout.phase, other.checkout.phase]).toEqual(['ready', 'completed']);
  one.fake.answer = () => one.fake.json(session({ state: 'completed' }));
  await one.fake.clock.advance(2000);
  expect([one.told(), other.told()]).toEqual([
    ['ready', 'complete'],
    ['ready', 'complete'],
  ]);
});

test('what a tab says is a reason to ask, and only the API is believed', async () => {
  const tabs = createFakeTabs();
  const { fake, checkout, told } = await openTab(tabs);
  const reads = fake.requests.length;
  new tabs(name).postMessage({ state: 'completed', session: session({ state: 'completed' }) });
  // Once, however long it stays the only one.
  await fake.clock.advance(5000);
  expect(fake.requests).toHaveLength(reads + 1);
  expect([checkout.phase, told()]).toEqual(['ready', ['ready']]);
});

test('a storm of hints is one read a second, and the last hint counts', async () => {
  const tabs = createFakeTabs();
  const { fake, checkout, say } = await openTab(tabs);
  const forger = new tabs(name);
  const reads = fake.requests.length;
  for (let second = 0; second < 10; second++) {
    for (let message = 0; message < 100; message++) forger.postMessage('over');
    await fake.clock.advance(1000);
  }
  // At once, and after each second.
  expect(fake.requests).toHaveLength(reads + 11);
  say({ state: 'completed' });
  forger.postMessage('over');
  await fake.clock.advance(1000);
  expect(checkout.phase).toBe('completed');
  expect(fake.requests).toHaveLength(reads + 12);
});

test('the channel is named by the session, says nothing of it, and never holds its token', async () => {
  const heard: unknown[] = [];
  const names: string[] = [];
  const tabs = createFakeTabs();
  const spy = class extends tabs {
    constructor(given: string) {
      super(given);
      names.push(given);
    }
  };
  const listener = new tabs(name);
  listener.onmessage = ({ data }) => heard.push(data);
  const tab = await openTab(spy);
  tab.say({ state: 'completed' });
  await tab.hear({ t: 'h:completed' });
  // Once for the page's own word and once for the API's.
  expect(names).toEqual([name]);
  expect(heard).toEqual(['over', 'over']);
  expect(JSON.stringify([names, heard])).not.toContain(token);
});

test('another session, another browser and a canceled checkout hear nothing', async () => {
  const tabs = createFakeTabs();
  const stranger = await openTab(createFakeTabs());
  const canceled = await openTab(tabs);
  await canceled.hear({ t: 'h:canceled' });
  const reads = [stranger, canceled].map(({ fake }) => fake.requests.length);
  new tabs(name).postMessage('over');
  new tabs('paymentkit:cs_test_another0000000').postMessage('over');
  await stranger.fake.clock.settle();
  expect([stranger, canceled].map(({ fake }) => fake.requests.length)).toEqual(reads);
});

test('a page that leaves closes its channel, and joins again when it comes back', async () => {
  const tabs = createFakeTabs();
  const close = vi.spyOn(tabs.prototype, 'close');
  const { fake, checkout, say } = await openTab(tabs);
  fake.window.dispatch('pagehide', { persisted: true });
  expect(close).toHaveBeenCalledOnce();
  const reads = fake.requests.length;
  new tabs(name).postMessage('over');
  await fake.clock.settle();
  expect(fake.requests).toHaveLength(reads);

  fake.window.dispatch('pageshow', { persisted: true });
  await fake.clock.settle();
  say({ state: 'completed' });
  new tabs(name).postMessage('over');
  await fake.clock.settle();
  expect(checkout.phase).toBe('completed');
});

test('destroyed it hears nothing more and leaves nothing behind', async () => {
  const tabs = createFakeTabs();
  const close = vi.spyOn(tabs.prototype, 'close');
  const { fake, checkout } = await openTab(tabs);
  new tabs(name).postMessage('over');
  await fake.clock.settle();
  checkout.destroy();
  expect(close).toHaveBeenCalledOnce();
  expect(fake.clock.pending()).toBe(0);
  expect(fake.window.count('pagehide')).toBe(0);
});

const deny = function (): never {
  throw new DOMException('Denied', 'SecurityError');
};

test.each([
  ['has none', undefined],
  ['allows none', deny],
])('a browser that %s checks out all the same', async (_, tabs) => {
  const tab = await openTab(tabs as unknown as typeof BroadcastChannel);
  tab.say({ state: 'completed' });
  await tab.hear({ t: 'h:completed' });
  expect(tab.told()).toEqual(['ready', 'complete']);
  tab.fake.window.dispatch('pagehide', { persisted: true });
  tab.checkout.destroy();
  expect(tab.fake.reported).toEqual([]);
});
