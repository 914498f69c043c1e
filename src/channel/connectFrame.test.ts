import { expect, test } from 'vitest';
import type { Platform } from '../platform/Platform.ts';
import { createFakeWindow } from '../testing/createFakeWindow.ts';
import { FakeMessageChannel } from '../testing/FakeMessageChannel.ts';
import { type ChannelMessage, connectFrame } from './connectFrame.ts';
import { connectWindow } from './connectWindow.ts';

const host = 'https://pay.example';
const nonce = 'nonce';

/** The merchant page's end of a channel, and what the hosted page can do to it. */
function connect(open: typeof connectFrame) {
  const page = createFakeWindow();
  const ports: MessagePort[] = [];
  const heard: string[] = [];
  let time = 0;
  const contentWindow = {
    postMessage: (_data: unknown, _origin: string, given: MessagePort[]) => ports.push(...given),
  };
  const frame = { contentWindow, addEventListener: () => undefined };
  const platform = {
    addEventListener: page.addEventListener,
    MessageChannel: FakeMessageChannel,
    performance: { now: () => (time += 2000) },
  };
  const life = new AbortController();
  open(
    platform as unknown as Platform,
    {
      frame: frame as unknown as HTMLIFrameElement,
      host,
      nonce,
      init: () => ({ t: 's:focus' }),
      hear: ({ t }: ChannelMessage) => heard.push(t),
    },
    life.signal,
  );
  const data = { pk: 1, t: 'h:hello', n: nonce, v: { min: 1, max: 1 } };
  const envelope = { isTrusted: true, source: contentWindow, origin: host, ports: [] };
  return {
    ports,
    heard,
    life,
    sayHello: () => page.dispatch('message', { ...envelope, data }),
    comeBack: () => page.dispatch('pageshow', { persisted: true }),
  };
}

/** Longer than any message of a port takes here. */
const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test.each([
  ['a frame', connectFrame],
  ['a window', connectWindow as typeof connectFrame],
])('the port of %s is heard until there is a new one, and none after the end', async (_, open) => {
  const { ports, heard, life, sayHello, comeBack } = connect(open);
  sayHello();
  const [first] = ports;
  first?.postMessage({ t: 'h:submit', seq: 1 });
  await arrived();
  expect(heard).toEqual(['h:submit']);

  // A frame that comes back from the back-forward cache may greet again; a window may at any time.
  comeBack();
  sayHello();
  const [, second] = ports;
  first?.postMessage({ t: 'h:completed', seq: 2 });
  second?.postMessage({ t: 'h:ready', title: 'Pay', seq: 1 });
  await arrived();
  expect(heard).toEqual(['h:submit', 'restarted', 'h:ready']);

  life.abort();
  second?.postMessage({ t: 'h:completed', seq: 2 });
  sayHello();
  await arrived();
  expect(heard).toEqual(['h:submit', 'restarted', 'h:ready']);
  expect(ports).toHaveLength(2);
});
