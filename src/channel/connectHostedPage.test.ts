import { expect, test } from 'vitest';
import type { Platform } from '../platform/Platform.ts';
import { createFakeWindow } from '../testing/fakes/createFakeWindow.ts';
import { FakeMessageChannel } from '../testing/fakes/FakeMessageChannel.ts';
import { type ChannelMessage, connectHostedPage } from './connectHostedPage.ts';

const host = 'https://pay.example';
const nonce = 'nonce';

/** The merchant page's end of a channel, and what the hosted page can do to it. */
function connect(place: object) {
  const page = createFakeWindow();
  const ports: MessagePort[] = [];
  const heard: string[] = [];
  const timers = new Map<number, readonly [due: number, callback: () => void]>();
  let last = 0;
  let time = 0;
  const posted: string[] = [];
  const contentWindow = {
    postMessage: ({ t }: { readonly t: string }, _origin: string, given: MessagePort[]) => {
      posted.push(t);
      ports.push(...given);
    },
  };
  const platform = {
    addEventListener: page.addEventListener,
    MessageChannel: FakeMessageChannel,
    performance: { now: () => time },
    setTimeout: (callback: () => void, wait: number) => {
      timers.set(++last, [time + wait, callback]);
      return last;
    },
    clearTimeout: (timer: number) => timers.delete(timer),
  };
  const life = new AbortController();
  connectHostedPage(
    platform as unknown as Platform,
    {
      frame: { contentWindow, ...place } as unknown as HTMLIFrameElement,
      host,
      nonce,
      init: () => ({ t: 's:focus' }),
      hear: ({ t }: ChannelMessage) => heard.push(t),
    },
    life.signal,
  );
  const data = { pk: 1, t: 'h:hello', n: nonce };
  const envelope = { isTrusted: true, source: contentWindow, origin: host, ports: [] };
  return {
    pass: (milliseconds: number) => {
      time += milliseconds;
      for (const [timer, [due, callback]] of [...timers])
        if (due <= time && timers.delete(timer)) callback();
    },
    ports,
    posted,
    heard,
    life,
    sayHello: (v: object = { min: 1, max: 1 }) =>
      page.dispatch('message', { ...envelope, data: { ...data, v } }),
    comeBack: () => page.dispatch('pageshow', { persisted: true }),
    listeners: () => page.count('message') + page.count('pageshow'),
  };
}

/** Longer than any message of a port takes here. */
const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const places = [
  ['a frame', { addEventListener: () => undefined }],
  ['a window', {}],
] as const;

test.each(places)(
  'the port of %s is heard until a page speaks on a new one, and none after the end',
  async (_, place) => {
    const { ports, heard, life, sayHello, comeBack, pass } = connect(place);
    sayHello();
    const [first] = ports;
    first?.postMessage({ t: 'h:submit', seq: 1 });
    await arrived();
    expect(heard).toEqual(['h:submit']);

    // A frame that comes back from the back-forward cache may greet again; a window may at any time.
    pass(1000);
    comeBack();
    sayHello();
    const [, second] = ports;
    const told = ['h:submit', 'restarted', 'h:declined', 'h:ready'];
    first?.postMessage({ t: 'h:declined', reason: 'declined', seq: 2 });
    await arrived();
    second?.postMessage({ t: 'h:ready', title: 'Pay', seq: 1 });
    await arrived();
    first?.postMessage({ t: 'h:completed', seq: 3 });
    await arrived();
    expect(heard).toEqual(told);

    life.abort();
    second?.postMessage({ t: 'h:completed', seq: 2 });
    sayHello();
    await arrived();
    expect(heard).toEqual(told);
    expect(ports).toHaveLength(2);
  },
);

test.each(places)(
  'a hello in %s that waits for its second is answered, also when the bye of before comes late',
  async (_, place) => {
    const { ports, posted, heard, sayHello, comeBack, pass } = connect(place);
    sayHello();
    pass(500);
    comeBack();
    sayHello();
    ports[0]?.postMessage({ t: 'h:bye', seq: 1 });
    await arrived();
    expect([ports.length, heard]).toEqual([1, ['h:bye']]);
    pass(500);
    expect([ports.length, posted.at(-1)]).toEqual([1, 's:hi']);
    sayHello();
    expect([ports.length, heard]).toEqual([2, ['h:bye', 'restarted']]);
  },
);

test.each(places)(
  'a page in %s that says nothing on its port is asked once whether it has it',
  (_, place) => {
    const { posted, sayHello, comeBack, pass } = connect(place);
    sayHello();
    pass(999);
    comeBack();
    expect(posted).toEqual(['s:port']);
    pass(1);
    comeBack();
    expect(posted).toEqual(['s:port', 's:hi']);
  },
);

test.each(places)(
  'the end of a page in %s that has not answered yet leaves no listener',
  (_, place) => {
    const { sayHello, pass, life, listeners } = connect(place);
    sayHello();
    pass(1000);
    expect(listeners()).toBe(2);
    life.abort();
    expect(listeners()).toBe(0);
  },
);

/** Connected, and asked once whether it has its port, which it has answered. */
async function connectAnswering(place: object) {
  const connected = connect(place);
  const { ports, sayHello, pass } = connected;
  sayHello();
  pass(1000);
  ports[0]?.postMessage({ t: 'h:pong', seq: 1 });
  await arrived();
  return connected;
}

test('a frame that has answered is not listened to, and a window always', async () => {
  const counts = places.map(async ([, place]) => {
    const { ports, sayHello } = await connectAnswering(place);
    sayHello();
    return ports.length;
  });
  expect(await Promise.all(counts)).toEqual([1, 2]);
});

test('what else a page in a frame says is no answer: it may be of the one before', async () => {
  const { ports, sayHello, pass } = connect(places[0][1]);
  sayHello();
  pass(1000);
  ports[0]?.postMessage({ t: 'h:resize', height: 600, seq: 1 });
  await arrived();
  sayHello();
  expect(ports).toHaveLength(2);
});

test('after a bye of the page in a frame the next one is heard at its first hello', async () => {
  const { ports, sayHello } = await connectAnswering(places[0][1]);
  ports[0]?.postMessage({ t: 'h:bye', seq: 2 });
  await arrived();
  sayHello();
  expect(ports).toHaveLength(2);
});

test('a page back from the back-forward cache wakes the one in a frame, which was away too', async () => {
  const { posted, ports, sayHello, comeBack } = await connectAnswering(places[0][1]);
  const before = posted.length;
  comeBack();
  expect(posted.slice(before)).toEqual(['s:hi']);
  sayHello();
  expect(ports).toHaveLength(2);
});

test.each([
  [{ min: 2, max: 3 }, ['differs'], []],
  [{ min: 0, max: 0 }, ['differs'], []],
  [{ min: 1, max: 2 }, ['differs'], ['s:port']],
  [{ min: 1 }, [], []],
])('a hosted page that speaks %j hears of a port only where both speak', (v, told, said) => {
  const { heard, posted, sayHello } = connect({});
  sayHello(v);
  expect(heard).toEqual(told);
  expect(posted).toEqual(said);
});
