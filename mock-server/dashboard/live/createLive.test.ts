import { expect, test } from 'vitest';
import { createLive } from './createLive.ts';

const streamed = (text: string): Response => new Response(text);

/** A connection whose pauses last until they are let go. */
const createLine = (answers: readonly (() => Response)[]) => {
  const waits: number[] = [];
  let resume = (): void => undefined;
  let calls = 0;
  let idle = (): void => undefined;
  const live = createLive({
    open: async (signal) => {
      const answer = answers[calls];
      calls += 1;
      if (answer) return answer();
      idle();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('closed'));
        });
      });
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      await new Promise<void>((resolve) => {
        resume = resolve;
        paused();
      });
    },
  });
  let paused = (): void => undefined;
  const nextPause = () => new Promise<void>((resolve) => (paused = resolve));
  return {
    live,
    waits,
    nextPause,
    idle: new Promise<void>((done) => (idle = done)),
    next: () => resume(),
  };
};

test('what changes is told, and anything may have changed while it was away', async () => {
  const heard: unknown[] = [];
  const { live, nextPause, next, idle } = createLine([
    () => streamed('event: change\ndata: {"kind":"clock"}\n\n: beat\n\n'),
    () => streamed('event: change\ndata: {"kind":"account"}\n\n'),
  ]);
  live.onChange((kind) => heard.push(kind));
  await nextPause();
  expect(live.status()).toBe('reconnecting');
  const paused = nextPause();
  next();
  await paused;
  expect(heard).toEqual(['clock', undefined, undefined]);
  next();
  await idle;
  live.close();
});

test('it waits longer each time that the server is not there, and not once it was', async () => {
  const refused = (): Response => {
    throw new TypeError('fetch failed');
  };
  const { live, waits, nextPause, next } = createLine([
    refused,
    () => new Response(null, { status: 503 }),
    refused,
    () => streamed(': here\n\n'),
  ]);
  await nextPause();
  for (let round = 0; round < 3; round += 1) {
    const paused = nextPause();
    next();
    await paused;
  }
  expect(waits).toEqual([500, 1000, 2000, 500]);
  live.close();
  next();
});
