// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { afterVisible } from './afterVisible.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';

function start(milliseconds = 1000) {
  const fake = createFakePage();
  const over = new AbortController();
  const callback = vi.fn();
  const show = (visibility: DocumentVisibilityState): void => {
    fake.visibility = visibility;
    fake.documentEvents.dispatch('visibilitychange', {});
  };
  return {
    fake,
    over,
    callback,
    show,
    run: () => afterVisible(fake.platform, milliseconds, over.signal, callback),
  };
}

test('counts only the time in which the page is seen', async () => {
  const { fake, callback, show, run } = start();
  run();
  await fake.clock.advance(400);
  show('hidden');
  show('hidden');
  await fake.clock.advance(100_000);
  show('visible');
  await fake.clock.advance(599);
  expect(callback).not.toHaveBeenCalled();
  await fake.clock.advance(1);
  expect(callback).toHaveBeenCalledOnce();
});

test('begins when a page that was hidden is seen', async () => {
  const { fake, callback, show, run } = start();
  fake.visibility = 'hidden';
  run();
  await fake.clock.advance(5000);
  show('visible');
  await fake.clock.advance(1000);
  expect(callback).toHaveBeenCalledOnce();
});

test('leaves nothing behind when it has called, or when it is aborted', async () => {
  const { fake, over, callback, run } = start();
  run();
  await fake.clock.advance(1000);
  run();
  over.abort();
  run();
  await fake.clock.advance(5000);
  expect(callback).toHaveBeenCalledOnce();
  expect(fake.clock.pending()).toBe(0);
  expect(fake.documentEvents.count('visibilitychange')).toBe(0);
});
