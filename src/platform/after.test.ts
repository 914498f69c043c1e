import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { after } from './after.ts';
import type { Platform } from './Platform.ts';

const platform = (): Platform => {
  vi.useFakeTimers();
  return globalThis;
};

afterEach(() => void vi.useRealTimers());

test('what has called back leaves nothing on the signal: a window is looked at for hours', () => {
  const { signal } = new AbortController();
  const callback = vi.fn();
  for (let time = 1; time <= 3; time++) {
    after(platform(), 500, signal, callback);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    vi.advanceTimersByTime(500);
    expect(callback).toHaveBeenCalledTimes(time);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  }
});

test('the signal comes first, also one that was aborted before', () => {
  const controller = new AbortController();
  const callback = vi.fn();
  after(platform(), 500, controller.signal, callback);
  controller.abort();
  after(platform(), 500, controller.signal, callback);
  vi.advanceTimersByTime(1000);
  expect(callback).not.toHaveBeenCalled();
});

test('a time that no timer can take is waited for as long as one can', () => {
  const callback = vi.fn();
  after(platform(), Infinity, new AbortController().signal, callback);
  vi.advanceTimersByTime(2 ** 31 - 2);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(callback).toHaveBeenCalledOnce();
});
