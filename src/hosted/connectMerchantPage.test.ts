import { beforeEach, expect, test, vi } from 'vitest';
import type { HeardMessage } from '../protocol/HostedMessage.ts';
import { parseHostedMessage } from '../protocol/parseHostedMessage.ts';
import { checkoutHandle } from '../session/checkoutHandle.ts';
import { createFakeWindow, type FakeWindow } from '../testing/fakes/createFakeWindow.ts';
import { FakeMessageChannel } from '../testing/fakes/FakeMessageChannel.ts';
import { nameHandlers } from '../testing/fakes/nameHandlers.ts';
import { connectMerchantPageOn } from './connectMerchantPage.ts';

const shop = 'https://shop.example';
const token = 'cst_1';
const hash = `#pk=1&n=nonce&o=${encodeURIComponent(shop)}`;
const init = { t: 's:init', seq: 1, mode: 'inline', redirect: 'auto', token };

let events: FakeWindow;
let hellos: { data: unknown; targetOrigin: string }[];
let heard: string[];
let pathname: string;
const parent = {
  postMessage: (data: unknown, targetOrigin: string) => void hellos.push({ data, targetOrigin }),
};

beforeEach(async () => {
  events = createFakeWindow();
  hellos = [];
  heard = [];
  pathname = `/embed/${await checkoutHandle(token)}`;
});

const handlers = nameHandlers((name, data) => {
  heard.push(`${name} ${JSON.stringify(data ?? '')}`);
});
const connect = (location: { hash?: string; pathname?: string } = {}, allowedOrigins = [shop]) =>
  connectMerchantPageOn(
    {
      location: { hash, pathname, ...location },
      parent,
      opener: null,
      performance,
      addEventListener: events.addEventListener,
    },
    { allowedOrigins, handlers },
  );

/** Hands the page a port as the merchant page does, or as the changes say. */
function offerPort(changes: object = {}) {
  const { port1, port2 } = new FakeMessageChannel();
  const answers: HeardMessage[] = [];
  port1.onmessage = ({ data }) => {
    const { seq, ...message } = parseHostedMessage(data) ?? { seq: 0, t: '' };
    if (seq) answers.push(message);
  };
  const data = { pk: 1, t: 's:port', n: 'nonce', v: 1 };
  const event = { isTrusted: true, source: parent, origin: shop, data, ports: [port2] };
  events.dispatch('message', { ...event, ...changes });
  return { port: port1, answers };
}

const settled = (expected: () => void): Promise<void> => vi.waitFor(expected, { timeout: 20_000 });

test('an ordinary visit is alone: it says nothing to anybody', () => {
  for (const location of [{ hash: '' }, { hash: '#pk=2&n=a&o=https://shop.example' }]) {
    const page = connect(location);
    expect(page.status).toBe('alone');
    page.send({ t: 'h:completed' });
    page.destroy();
  }
  expect(hellos).toEqual([]);
});

test('a page that is not allowed is refused: it hears nothing, not even a hello', () => {
  for (const allowed of [[], ['https://shop.example.evil.example'], ['https://shop'], ['*']]) {
    const page = connect({}, allowed);
    expect(page).toMatchObject({ status: 'refused', origin: shop });
    page.send({ t: 'h:completed' });
  }
  expect([hellos, events.count('message')]).toEqual([[], 0]);
});

test('says hello to exactly the origin of its address, takes one port and listens no more', async () => {
  const page = connect();
  expect(hellos).toEqual([
    { data: { pk: 1, t: 'h:hello', n: 'nonce', v: { min: 1, max: 1 } }, targetOrigin: shop },
  ]);
  page.send({ t: 'h:ready', title: 'Pay' });
  const { port, answers } = offerPort();
  expect(events.count('message')).toBe(0);
  port.postMessage(init);
  await settled(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toBe('init {"mode":"inline","redirect":"auto","token":"cst_1"}');
  expect(answers).toEqual([{ t: 'h:ready', title: 'Pay' }]);
});

test.each([
  ['a synthetic event', { isTrusted: false }],
  ['another window', { source: {} }],
  ['no window', { source: null }],
  ['another origin', { origin: 'https://evil.example' }],
  ['another nonce', { data: { pk: 1, t: 's:port', n: 'x', v: 1 } }],
  ['another version', { data: { pk: 1, t: 's:port', n: 'nonce', v: 2 } }],
  ['a version before the first', { data: { pk: 1, t: 's:port', n: 'nonce', v: 0 } }],
  ['no port', { ports: [] }],
])('a port from %s is not taken', (_, changes) => {
  connect();
  const { port } = offerPort(changes);
  port.postMessage(init);
  expect(events.count('message')).toBe(1);
});

test('a token that this address was not made for makes nobody pay another session', async () => {
  for (const other of ['cst_2', undefined]) {
    connect();
    const { port, answers } = offerPort();
    port.postMessage({ ...init, token: other });
    port.postMessage({ t: 's:update', seq: 2, locale: 'de' });
    await settled(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ t: 'h:error', code: 'token_rejected' });
    expect(heard).toEqual([]);
  }
});

test('a token has to stand at the end of the address that was made for it', async () => {
  for (const more of ['/more', `/embed/${await checkoutHandle('cst_2')}`]) {
    connect({ pathname: pathname + more });
    const { port, answers } = offerPort();
    port.postMessage(init);
    await settled(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ t: 'h:error', code: 'token_rejected' });
  }
  expect(heard).toEqual([]);
});

test('nothing is heard before the token has been checked, and then all in its order', async () => {
  connect();
  const { port } = offerPort();
  port.postMessage(init);
  ['s:focus', 's:refresh', 's:show'].forEach((t, index) => port.postMessage({ t, seq: index + 2 }));
  port.postMessage({ t: 's:update', seq: 5, locale: 'de' });
  port.postMessage({ t: 's:close', seq: 6, reason: 'api' });
  await settled(() => expect(heard).toHaveLength(6));
  const changed = 'update {"locale":"de"}';
  expect(heard.slice(1)).toEqual(['focus ""', 'refresh ""', 'show ""', changed, 'close "api"']);
});

test('what is said before the token is told to nobody', async () => {
  connect();
  const { port } = offerPort();
  port.postMessage({ t: 's:update', seq: 1, locale: 'de' });
  port.postMessage({ ...init, seq: 2 });
  port.postMessage({ t: 's:focus', seq: 3 });
  await settled(() => expect(heard).toContain('focus ""'));
  expect(heard[0]).toMatch(/^init /);
});

test('a message that comes twice, or late, counts once', async () => {
  connect();
  const { port } = offerPort();
  for (const seq of [1, 1, 3, 2, 3]) port.postMessage({ ...init, seq });
  await settled(() => expect(heard).toHaveLength(2));
});

test('answers pings, and hi with hello until it has a port', async () => {
  connect();
  const hi = { pk: 1, t: 's:hi', n: 'nonce' };
  const event = { isTrusted: true, source: parent, origin: shop, ports: [] };
  events.dispatch('message', { ...event, data: hi });
  expect(hellos).toHaveLength(2);
  const { port, answers } = offerPort();
  port.postMessage({ t: 's:ping', seq: 1 });
  await settled(() => expect(answers).toEqual([{ t: 'h:pong' }]));
  events.dispatch('message', { ...event, data: hi });
  expect(hellos).toHaveLength(2);
});

test('says bye when it goes, and starts anew when it comes back', async () => {
  const page = connect();
  events.dispatch('pageshow', { persisted: false });
  expect(hellos).toHaveLength(1);
  page.send({ t: 'h:edited' });
  const { port: old, answers } = offerPort();
  old.postMessage(init);
  await settled(() => expect(heard).toHaveLength(1));
  events.dispatch('pagehide', { persisted: true });
  await settled(() => expect(answers).toEqual([{ t: 'h:edited' }, { t: 'h:bye' }]));
  // It waits for a port, as before the first.
  page.send({ t: 'h:submit' });
  events.dispatch('pageshow', { persisted: true });
  expect(hellos).toHaveLength(2);
  old.postMessage({ t: 's:close', seq: 2, reason: 'api' });
  const { port, answers: again } = offerPort();
  port.postMessage(init);
  await settled(() => expect(heard).toHaveLength(2));
  page.send({ t: 'h:completed' });
  await settled(() => expect(again).toEqual([{ t: 'h:submit' }, { t: 'h:completed' }]));
  for (const one of heard) expect(one).toMatch(/^init /);
});

test('destroyed it leaves no listener', () => {
  connect().destroy();
  for (const type of ['message', 'pagehide', 'pageshow']) expect(events.count(type)).toBe(0);
});
