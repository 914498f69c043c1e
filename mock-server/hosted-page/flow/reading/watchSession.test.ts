// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import { watchSession } from './watchSession.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose session ends so many milliseconds from now, on the server's clock. */
const watch = (left: number) => {
  const ended = new AbortController();
  const { flow } = flowFixture({});
  const refresh = vi.fn(() => Promise.resolve());
  const refreshIfOld = vi.fn();
  const load = () => Promise.resolve();
  watchSession({ ...flow, signal: ended.signal }, { load, refresh, refreshIfOld });
  const expires_at = new Date(flow.clock.now() + left).toISOString();
  flow.store.set({ session: sessionFixture({ expires_at }) });
  return { flow, refresh, refreshIfOld, end: () => ended.abort() };
};
const minutes = 60_000;

test('a page that is left open asks again when its session ends, and not before', () => {
  const { refresh, end } = watch(20 * minutes);
  vi.advanceTimersByTime(20 * minutes - 5000);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(refresh).toHaveBeenCalledTimes(1);
  end();
});

test('a session that ends in a month is not asked about meanwhile', () => {
  const { refresh, end } = watch(30 * 24 * 60 * minutes);
  vi.advanceTimersByTime(29 * 24 * 60 * minutes);
  expect(refresh).not.toHaveBeenCalled();
  end();
});

test('a shopper who comes back sees how the order stands now', () => {
  const { refreshIfOld, end } = watch(20 * minutes);
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('pageshow'));
  expect(refreshIfOld).toHaveBeenCalledTimes(3);
  end();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(refreshIfOld).toHaveBeenCalledTimes(3);
});
