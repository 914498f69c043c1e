import { expect, test, vi } from 'vitest';
import { createEmitter } from './createEmitter.ts';

interface Data {
  ready: { readonly amount: number };
  error: { readonly code: string };
}

const base = { timestamp: 1, sessionId: 'cs_1' };
const setUp = () => {
  const report = vi.fn();
  return { report, emitter: createEmitter<Data>(report) };
};

test('a listener hears its own kind of event with what every event has, until it stops', () => {
  const { emitter } = setUp();
  const heard: unknown[] = [];
  const stop = emitter.on('ready', ({ type, amount, sessionId, timestamp }) =>
    heard.push([type, amount, sessionId, timestamp]),
  );
  emitter.emit('error', { code: 'network', ...base });
  emitter.emit('ready', { amount: 5, ...base });
  stop();
  emitter.emit('ready', { amount: 6, ...base });
  expect(heard).toEqual([['ready', 5, 'cs_1', 1]]);
});

test('the same listener given twice hears twice, and stops once for each', () => {
  const { emitter } = setUp();
  const listener = vi.fn();
  const stop = emitter.on('ready', listener);
  emitter.on('ready', listener);
  emitter.emit('ready', { amount: 1, ...base });
  stop();
  stop();
  emitter.emit('ready', { amount: 2, ...base });
  expect(listener).toHaveBeenCalledTimes(3);
});

test('a listener that throws is reported and stops nobody', () => {
  const { emitter, report } = setUp();
  const failure = new Error('of the page');
  const next = vi.fn();
  emitter.on('ready', () => {
    throw failure;
  });
  emitter.on('ready', next);
  expect(emitter.emit('ready', { amount: 1, ...base })).toBe(true);
  expect(next).toHaveBeenCalledOnce();
  expect(report.mock.calls).toEqual([[failure]]);
});

test('any listener prevents what follows, but not once all of them have been told', () => {
  const { emitter } = setUp();
  const events: { preventDefault(): void; readonly defaultPrevented: boolean }[] = [];
  emitter.on('ready', (event) => {
    events.push(event);
    if (event.amount === 2) event.preventDefault();
  });
  emitter.on('ready', () => undefined);
  expect(emitter.emit('ready', { amount: 1, ...base })).toBe(true);
  expect(emitter.emit('ready', { amount: 2, ...base })).toBe(false);
  for (const event of events) event.preventDefault();
  expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([false, true]);
});

test('a listener taken away, or added, while an event is told does not hear it', () => {
  const { emitter } = setUp();
  const [removed, added] = [vi.fn(), vi.fn()];
  let stop = (): void => undefined;
  emitter.on('ready', () => {
    stop();
    emitter.on('ready', added);
  });
  stop = emitter.on('ready', removed);
  emitter.emit('ready', { amount: 1, ...base });
  expect([removed.mock.calls.length, added.mock.calls.length]).toEqual([0, 0]);
});

test('who comes while a lasting event is told is late, and hears it once, soon', async () => {
  const { emitter } = setUp();
  const late = vi.fn();
  emitter.on('ready', () => void emitter.on('ready', late));
  emitter.on('ready', (event) => event.preventDefault());
  expect(emitter.emit('ready', { amount: 1, ...base }, true)).toBe(false);
  expect(late).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(late).toHaveBeenCalledOnce();
  expect(late.mock.calls[0]?.[0]).toMatchObject({ amount: 1, defaultPrevented: true });
});

test('who comes late hears a lasting event once, soon, even where a test runner fakes microtasks', async () => {
  vi.useFakeTimers({ toFake: ['queueMicrotask', 'nextTick', 'setTimeout'] });
  const { emitter } = setUp();
  emitter.emit('error', { code: 'passing', ...base });
  emitter.emit('ready', { amount: 1, ...base }, true);
  const [late, gone, other] = [vi.fn(), vi.fn(), vi.fn()];
  emitter.on('ready', late);
  emitter.on('ready', gone)();
  emitter.on('error', other);
  expect(late).not.toHaveBeenCalled();
  await Promise.resolve();
  vi.useRealTimers();
  expect(late).toHaveBeenCalledOnce();
  expect(late.mock.calls[0]?.[0]).toMatchObject({ type: 'ready', amount: 1 });
  expect(gone).not.toHaveBeenCalled();
  expect(other).not.toHaveBeenCalled();
});
