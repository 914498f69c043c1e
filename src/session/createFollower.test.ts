// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { session } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import type { CheckoutSession } from './CheckoutSession.ts';
import { createFollower, type Follower } from './createFollower.ts';

let fake: FakePage;
let life: AbortController;
let follower: Follower;
/** When each read began, in seconds since the follower was made. */
let reads: number[];
let answer: () => Promise<CheckoutSession>;

beforeEach(() => {
  fake = createFakePage();
  const start = fake.clock.now();
  life = new AbortController();
  reads = [];
  answer = () => Promise.resolve(session());
  const read = (): Promise<CheckoutSession> => {
    reads.push((fake.clock.now() - start) / 1000);
    return answer();
  };
  follower = createFollower(fake.platform, read, life.signal);
});

afterEach(() => {
  life.abort();
  expect(fake.clock.pending()).toBe(0);
});

test('reads further and further apart, and then every fifteen seconds', async () => {
  follower.follow(true);
  await fake.clock.advance(61_000);
  expect(reads).toEqual([1, 3, 7, 15, 30, 45, 60]);
});

test('goes on reading after a read that failed', async () => {
  answer = () => Promise.reject(new Error('offline'));
  follower.follow(true);
  await fake.clock.advance(4000);
  expect(reads).toEqual([1, 3]);
});

test('a signal reads at once, and starts the schedule again', async () => {
  follower.follow(true);
  await fake.clock.advance(20_000);
  reads.length = 0;
  await follower.wake();
  await fake.clock.advance(4000);
  expect(reads).toEqual([20, 21, 23]);
});

test('a signal during a read starts another one after it, however many there are', async () => {
  let finish = (): void => undefined;
  answer = () => new Promise((resolve) => (finish = () => resolve(session())));
  const first = follower.wake();
  await fake.clock.settle();
  const [second, third] = [follower.wake(), follower.wake()];
  await fake.clock.settle();
  expect(reads).toHaveLength(1);
  finish();
  await first;
  await fake.clock.settle();
  expect(reads).toHaveLength(2);
  finish();
  expect(await Promise.all([second, third])).toEqual([session(), session()]);
  expect(reads).toHaveLength(2);
});

test('follows no longer when told so, and reads on a signal all the same', async () => {
  follower.follow(true);
  await fake.clock.advance(1000);
  follower.follow(false);
  await fake.clock.advance(60_000);
  expect(reads).toEqual([1]);
  await follower.wake();
  expect(reads).toEqual([1, 61]);
});

test('the end of its life ends the schedule', async () => {
  follower.follow(true);
  await fake.clock.advance(1000);
  life.abort();
  await fake.clock.advance(60_000);
  expect(reads).toEqual([1]);
});
