import { expect, test } from 'vitest';
import { createChangeFeed } from './createChangeFeed.ts';

const change = { kind: 'event', id: 'evt_1' } as const;

test('a follower hears of its own account, until it stops', () => {
  const feed = createChangeFeed();
  const heard: string[] = [];
  const stop = feed.subscribe('acc_1', ({ id }) => heard.push(id));
  feed.publish('acc_1', change);
  feed.publish('acc_2', { ...change, id: 'evt_2' });
  stop();
  feed.publish('acc_1', { ...change, id: 'evt_3' });
  expect(heard).toEqual(['evt_1']);
});

test('an account is followed until the last of its followers has stopped', () => {
  const feed = createChangeFeed();
  expect(feed.isFollowed('acc_1')).toBe(false);
  const heard: string[] = [];
  const stops = ['a', 'b'].map((name) => feed.subscribe('acc_1', () => heard.push(name)));
  stops[0]?.();
  feed.publish('acc_1', change);
  expect([heard, feed.isFollowed('acc_1')]).toEqual([['b'], true]);
  stops[1]?.();
  // Stopping twice is harmless.
  stops[1]?.();
  expect(feed.isFollowed('acc_1')).toBe(false);
});
