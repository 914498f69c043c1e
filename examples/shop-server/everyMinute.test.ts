import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyMinute } from './everyMinute.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('goes on each minute until it is ended', async () => {
  const work = vi.fn(() => Promise.resolve());
  const end = everyMinute(work);
  await vi.advanceTimersByTimeAsync(180_000);
  end();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(work).toHaveBeenCalledTimes(3);
});

it('waits for the end of the last time', async () => {
  let finish = (): void => undefined;
  const work = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const end = everyMinute(work);
  await vi.advanceTimersByTimeAsync(180_000);
  expect(work).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(60_000);
  end();
  expect(work).toHaveBeenCalledTimes(2);
});
