import * as workers from 'node:worker_threads';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFakeClock } from './createFakeClock.ts';
import { createFakeTabs } from './createFakeTabs.ts';
import { createFakeWindow } from './createFakeWindow.ts';
import { FakeMessageChannel } from './FakeMessageChannel.ts';
import { nextTask } from '../fixtures/nextTask.ts';

/** What a real channel delivers comes by another thread, on a busy machine late. */
const patience = { timeout: 10_000 };

/** Long enough to see that nothing comes. */
const arrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const listen = (port: MessagePort): unknown[] => {
  const heard: unknown[] = [];
  port.onmessage = ({ data }) => void heard.push(data);
  return heard;
};

describe.each([
  ['the fake', FakeMessageChannel],
  ['the real one', workers.MessageChannel as unknown as typeof FakeMessageChannel],
])('a channel, %s', (_, Channel) => {
  const open = (): FakeMessageChannel => {
    const channel = new Channel();
    onTestFinished(() => {
      channel.port1.close();
      channel.port2.close();
    });
    return channel;
  };

  test('carries copies', async () => {
    const { port1, port2 } = open();
    const heard = listen(port2);
    const data = { seq: 1 };
    port1.postMessage(data);
    data.seq = 2;
    await vi.waitFor(() => expect(heard).toEqual([{ seq: 1 }]), patience);
    expect(() => port1.postMessage(() => undefined)).toThrow(/clone/i);
  });

  test('keeps what comes before anybody listens, in order and once', async () => {
    const { port1, port2 } = open();
    port1.postMessage(1);
    port1.postMessage(2);
    await arrive();
    const heard = listen(port2);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]), patience);
    const others = listen(port2);
    port1.postMessage(3);
    await vi.waitFor(() => expect([heard, others]).toEqual([[1, 2], [3]]), patience);
  });

  test.each(['port1', 'port2'] as const)('is silent once %s is closed', async (end) => {
    const channel = open();
    const heard = [listen(channel.port1), listen(channel.port2)];
    channel[end].close();
    channel.port1.postMessage(1);
    channel.port2.postMessage(2);
    await arrive();
    expect(heard).toEqual([[], []]);
  });
});

describe.each([
  ['the fake', createFakeTabs],
  ['the real one', () => workers.BroadcastChannel as unknown as typeof BroadcastChannel],
])('the tabs of a browser, %s', (_, makeTabs) => {
  test('hear the others of their name, until they are closed', async () => {
    const Tabs = makeTabs();
    const heard: string[] = [];
    const open = (who: string, name: string): BroadcastChannel => {
      const tab = new Tabs(name);
      tab.onmessage = ({ data }) => void heard.push(`${who} ${String(data)}`);
      onTestFinished(() => tab.close());
      return tab;
    };
    const one = open('one', 'session');
    open('two', 'session');
    const [gone, going] = [open('gone', 'session'), open('going', 'session')];
    open('other', 'another session');
    gone.close();
    one.postMessage('over');
    going.close();
    await vi.waitFor(() => expect(heard).toEqual(['two over']), patience);
  });
});

describe.each([
  ['the fake', createFakeWindow],
  [
    'the real one',
    () => {
      const target = new EventTarget();
      return {
        addEventListener: target.addEventListener.bind(target) as ReturnType<
          typeof createFakeWindow
        >['addEventListener'],
        dispatch: (type: string) => void target.dispatchEvent(new Event(type)),
      };
    },
  ],
])('what listens, %s', (_, make) => {
  test('hears until its signal, or once, and not what it was added in', () => {
    const { addEventListener, dispatch } = make();
    const life = new AbortController();
    const [always, once, late, never] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    addEventListener('message', always, { signal: life.signal });
    addEventListener('message', always, { signal: life.signal });
    addEventListener('message', once, { once: true });
    addEventListener('message', () => addEventListener('message', late));
    addEventListener('message', never, { signal: AbortSignal.abort() });
    dispatch('message', {});
    expect([always, once, late].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
    dispatch('message', {});
    life.abort();
    dispatch('message', {});
    dispatch('load', {});
    const heard = [always, once, late, never].map(({ mock }) => mock.calls.length);
    expect(heard).toEqual([2, 1, 2, 0]);
  });
});

describe('the clock', () => {
  test('runs what falls due in its order, with what that sets off, and nothing that was cleared', async () => {
    const clock = createFakeClock(nextTask);
    const began = clock.now();
    const ran: string[] = [];
    const run = (name: string) => () => void ran.push(`${name} ${clock.now() - began}`);
    clock.setTimeout(run('third'), 300);
    clock.setTimeout(run('first'), 100);
    clock.setTimeout(() => {
      run('second')();
      clock.setTimeout(run('set off'), 50);
    }, 200);
    clock.clearTimeout(clock.setTimeout(run('cleared'), 100));
    clock.setTimeout(run('later'), 1001);
    await clock.advance(1000);
    expect(ran).toEqual(['first 100', 'second 200', 'set off 250', 'third 300']);
    expect([clock.now() - began, clock.pending()]).toEqual([1000, 1]);
  });

  test('ends a time limit, which nobody has to clear', async () => {
    const clock = createFakeClock(nextTask);
    const limit = clock.timeout(100);
    expect(clock.pending()).toBe(0);
    await clock.advance(99);
    expect(limit.aborted).toBe(false);
    await clock.advance(1);
    expect(limit.aborted).toBe(true);
  });

  test('is never put back by what fell due in between', async () => {
    const clock = createFakeClock(nextTask);
    const began = clock.now();
    const seen: number[] = [];
    clock.setTimeout(() => void clock.advance(500), 100);
    clock.setTimeout(() => void seen.push(clock.now() - began), 200);
    await clock.advance(1000);
    expect(seen).toEqual([200]);
    expect(clock.now() - began).toBeGreaterThanOrEqual(1000);
  });
});
