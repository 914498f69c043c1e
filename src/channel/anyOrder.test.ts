import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Platform } from '../platform/Platform.ts';
import { createFakeWindow } from '../testing/fakes/createFakeWindow.ts';
import { type ChannelMessage, connectHostedPage } from './connectHostedPage.ts';
import { connectParent, type HostedWindow, type ParentLink } from './connectParent.ts';

const host = 'https://pay.example';
const shop = 'https://shop.example';

type Step =
  | 'to frame'
  | 'from frame'
  | 'ports'
  | 'leave'
  | 'die'
  | 'start'
  | 'load'
  | 'wait'
  | 'beat';

/** Ports whose messages arrive when the world says so. */
function createChannels() {
  const under: (() => void)[] = [];
  class Port {
    other!: Port;
    private open = true;
    private hear: ((event: { readonly data: unknown }) => void) | undefined;
    private readonly waiting: unknown[] = [];
    /** What came before the port was taken has waited in it. */
    set onmessage(hear: ((event: { readonly data: unknown }) => void) | null) {
      this.hear = hear ?? undefined;
      under.push(...this.waiting.map(() => () => this.take()));
    }
    postMessage(data: unknown): void {
      if (!this.open) return;
      this.other.waiting.push(data);
      if (this.other.hear) under.push(() => this.other.take());
    }
    close(): void {
      this.open = false;
    }
    private take(): void {
      const data = this.waiting.shift();
      if (this.open) this.hear?.({ data });
    }
  }
  class Channel {
    readonly port1 = new Port();
    readonly port2 = new Port();
    constructor() {
      this.port1.other = this.port2;
      this.port2.other = this.port1;
    }
  }
  return { Channel, under };
}

/**
 * A merchant page, and pages that come after one another in its frame: both ends are the real ones. What is posted to a
 * window arrives in its order, what goes over ports in whatever order, and each of the two as late as you like.
 */
function createWorld() {
  const { Channel, under } = createChannels();
  const merchant = createFakeWindow();
  const toFrame: { readonly data: unknown; readonly ports: MessagePort[] }[] = [];
  const fromFrame: unknown[] = [];
  const timers = new Map<number, readonly [at: number, callback: () => void]>();
  let time = 5000;
  let last = 0;
  const offered: number[] = [];
  let onLoad = (): void => undefined;
  const contentWindow = {
    postMessage: (data: unknown, _: string, ports: MessagePort[]) => {
      if (ports.length > 0) offered.push(time);
      toFrame.push({ data, ports });
    },
  };
  const got: ChannelMessage[] = [];
  const send = connectHostedPage(
    {
      addEventListener: merchant.addEventListener,
      MessageChannel: Channel,
      performance: { now: () => time },
      setTimeout: (callback: () => void, wait: number) => {
        timers.set(++last, [time + wait, callback]);
        return last;
      },
      clearTimeout: (timer: number) => timers.delete(timer),
    } as unknown as Platform,
    {
      frame: {
        contentWindow,
        addEventListener: (_: string, listener: () => void) => {
          onLoad = listener;
        },
      } as unknown as HTMLIFrameElement,
      host,
      nonce: 'nonce',
      init: () => ({ t: 's:focus' }),
      hear: (message) => got.push(message),
    },
    new AbortController().signal,
  );

  // The page in the frame: it is there, starts, and has loaded, the last two in any order.
  const around = { postMessage: (data: unknown) => fromFrame.push(data) };
  let page = createFakeWindow();
  let link: ParentLink | undefined;
  let loaded = false;
  let heard: string[] = [];
  const replace = (polite: boolean): void => {
    if (polite) page.dispatch('pagehide', {});
    page = createFakeWindow();
    link = undefined;
    loaded = false;
  };
  const start = (): void => {
    if (link) return;
    const mine: string[] = [];
    heard = mine;
    const self = connectParent(
      { ...page, performance: { now: () => time } } as unknown as HostedWindow,
      around,
      { nonce: 'nonce', origin: shop },
      ({ t }) => {
        mine.push(t);
        // A page that is gone answers nobody.
        if (t === 's:ping' && self === link) self.send({ t: 'h:pong' });
      },
    );
    link = self;
  };
  const steps: Record<Step, (which: number) => void> = {
    'to frame': () => {
      const message = toFrame.shift();
      if (message)
        page.dispatch('message', { isTrusted: true, source: around, origin: shop, ...message });
    },
    'from frame': () => {
      const data = fromFrame.shift();
      if (data)
        merchant.dispatch('message', {
          isTrusted: true,
          source: contentWindow,
          origin: host,
          data,
        });
    },
    ports: (which) => under.splice(which % (under.length || 1), 1)[0]?.(),
    leave: () => replace(true),
    die: () => replace(false),
    start,
    load: () => {
      if (!loaded) onLoad();
      loaded = true;
    },
    wait: () => {
      time += 600;
      for (const [timer, [at, callback]] of [...timers])
        if (at <= time && timers.delete(timer)) callback();
    },
    beat: () => send({ t: 's:ping' }),
  };
  const arrive = (): void => {
    while (toFrame.length || fromFrame.length || under.length) {
      for (const way of ['to frame', 'from frame', 'ports'] as const) steps[way](0);
    }
  };
  return {
    arrive,
    take: (step: Step, which = 0) => steps[step](which),
    /** The page that is there now starts and loads, and everything that is under way arrives. */
    settle: () => {
      steps.start(0);
      steps.load(0);
      for (let round = 0; round < 8; round++) {
        arrive();
        steps.wait(0);
      }
      return { send, link, heard: () => heard, got, offered, listeners: merchant.count('message') };
    },
  };
}

const steps: Step[] = [
  'to frame',
  'from frame',
  'ports',
  'leave',
  'die',
  'start',
  'load',
  'wait',
  'beat',
];
const anyStep = fc.tuple(fc.constantFrom<Step[]>(...steps, 'ports', 'wait'), fc.nat(8));

const everything: Step[] = ['to frame', 'from frame', 'ports', 'ports', 'ports', 'ports'];
/** Its page has its port, and has answered when it was asked for it. */
const connected: Step[] = ['start', 'from frame', ...everything, 'wait', 'wait', ...everything];

/** What has once lost a handshake, with one rule or another taken out. */
const known: Step[][] = [
  [...connected, 'die'],
  [...connected, 'beat', 'ports', 'die', 'start', 'load', 'ports'],
  ['start', 'load', 'from frame', 'die'],
  ['start', 'die', 'load', 'from frame', 'to frame'],
  ['start', 'from frame', 'wait', 'wait', 'leave'],
  ['start', 'from frame', 'to frame', 'die'],
  ['start', 'from frame', 'to frame', 'ports', 'ports', 'die'],
];

test('in whatever order pages and messages come, the page that is there is connected in the end, and nobody listens', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 50, size: 'max' }), (taken) => {
      const world = createWorld();
      for (const [step, which] of taken) world.take(step, which);
      const { send, link, heard, got, offered, listeners } = world.settle();
      expect(listeners).toBe(0);
      expect(offered.filter((at, i) => at < (offered[i - 1] ?? 0) + 1000)).toEqual([]);
      send({ t: 's:refresh' });
      link?.send({ t: 'h:resize', height: 1234 });
      world.arrive();
      expect(heard().filter((t) => t === 's:refresh')).toHaveLength(1);
      expect(got.filter(({ t }) => t === 'h:resize')).toHaveLength(1);
    }),
    { numRuns: 300, examples: known.map((taken) => [taken.map((step) => [step, 0])]) },
  );
});
