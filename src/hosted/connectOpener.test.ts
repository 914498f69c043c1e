import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeWindow, type FakeWindow } from '../testing/fakes/createFakeWindow.ts';
import { FakeMessageChannel } from '../testing/fakes/FakeMessageChannel.ts';
import { nameHandlers } from '../testing/fakes/nameHandlers.ts';
import { connectMerchantPageOn, type MerchantPage } from './connectMerchantPage.ts';

const shop = 'https://shop.example';
const hash = `#pk=1&n=nonce&o=${encodeURIComponent(shop)}`;
const init = { t: 's:init', seq: 1, mode: 'popup', redirect: 'auto' };

let events: FakeWindow;
let hellos: string[];
let heard: string[];
let now: number;
const opener = {
  closed: false,
  postMessage: (_: unknown, targetOrigin: string) => void hellos.push(targetOrigin),
};

beforeEach(() => {
  events = createFakeWindow();
  hellos = [];
  heard = [];
  now = 1000;
  opener.closed = false;
});

const handlers = nameHandlers((name) => heard.push(name));

/** The hosted page in a window of its own, whose address holds the token. */
function connect(changes: object = {}, allowedOrigins = [shop]): MerchantPage {
  const own = {
    location: { hash, pathname: '/checkout/cst_1' },
    opener,
    performance: { now: () => now },
    addEventListener: events.addEventListener,
    ...changes,
  };
  const parent = own as unknown as Window;
  return connectMerchantPageOn(Object.assign(own, { parent }), { allowedOrigins, handlers });
}

function offerPort(changes: object = {}): MessagePort {
  const { port1, port2 } = new FakeMessageChannel();
  const data = { pk: 1, t: 's:port', n: 'nonce', v: 1 };
  const event = { isTrusted: true, source: opener, origin: shop, data, ports: [port2] };
  events.dispatch('message', { ...event, ...changes });
  return port1;
}

test('says hello to the page that opened it, at the one origin that may show this session', () => {
  connect();
  expect(hellos).toEqual([shop]);
});

test.each([
  ['nobody has opened it', { opener: null }, [shop]],
  ['its address names nobody', { location: { hash: '', pathname: '/checkout/cst_1' } }, [shop]],
  ['the one it names may not show this session', {}, ['https://other.example']],
])('is an ordinary visit when %s', (_, changes, allowed) => {
  const page = connect(changes, allowed);
  page.send({ t: 'h:completed' });
  expect([page.status, hellos, events.count('message')]).toEqual(['alone', [], 0]);
});

test.each([
  ['another window', { source: {} }],
  ['a frame of its own', { source: null }],
  ['another origin in the same window', { origin: 'https://evil.example' }],
  ['a script', { isTrusted: false }],
  ['another time', { data: { pk: 1, t: 's:port', n: 'other', v: 1 } }],
])('takes no port of %s', async (_, forged) => {
  connect();
  offerPort(forged).postMessage(init);
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard).toEqual([]);
});

test('needs no token: a port of the page that opened it is enough, and only the first counts', async () => {
  connect();
  offerPort().postMessage(init);
  offerPort().postMessage(init);
  await vi.waitFor(() => expect(heard).toEqual(['init']), { timeout: 20_000 });
});

test('is alone until it hears that page, and when it has been silent for 150 seconds', async () => {
  const page = connect();
  expect(page.status).toBe('alone');
  const port = offerPort();
  port.postMessage(init);
  await vi.waitFor(() => expect(page.status).toBe('connecting'), { timeout: 20_000 });
  now += 150_000;
  expect(page.status).toBe('alone');
  port.postMessage({ t: 's:ping', seq: 2 });
  await vi.waitFor(() => expect(page.status).toBe('connecting'), { timeout: 20_000 });
  opener.closed = true;
  expect(page.status).toBe('alone');
});
