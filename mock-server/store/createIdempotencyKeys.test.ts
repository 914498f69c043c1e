import { expect, test } from 'vitest';
import { createIdempotencyKeys } from './createIdempotencyKeys.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const answer = { status: 201, text: '{}', contentType: 'application/json' };
const day = 24 * 60 * 60 * 1000;

test('one request of a scope runs at a time', () => {
  const keys = createIdempotencyKeys(bytes('key'));
  expect([keys.begin('a'), keys.begin('a'), keys.begin('b')]).toEqual([true, false, true]);
  keys.end('a');
  expect(keys.begin('a')).toBe(true);
});

test('an answer is given again for the same body, for a day', () => {
  const keys = createIdempotencyKeys(bytes('key'));
  keys.keep('a', bytes('body'), answer, 0);
  expect(keys.recall('a', bytes('body'), day - 1)).toBe(answer);
  expect(keys.recall('a', bytes('other'), day - 1)).toBe('other_body');
  expect(keys.recall('b', bytes('body'), day - 1)).toBeUndefined();
  expect(keys.recall('a', bytes('body'), day)).toBeUndefined();
});

test('an answer is given for no longer than a day, in whatever order the keys came back', () => {
  const keys = createIdempotencyKeys(bytes('key'));
  const before = createIdempotencyKeys(bytes('key'), (scope, kept) => {
    if (kept) keys.restore(scope, kept);
  });
  // The file has a key that was used again where it stood at first.
  before.keep('a', bytes('body'), answer, day);
  before.keep('b', bytes('body'), answer, 0);
  expect(keys.recall('b', bytes('body'), day - 1)).toBe(answer);
  expect(keys.recall('b', bytes('body'), day)).toBeUndefined();
  expect(keys.recall('a', bytes('body'), day)).toBe(answer);
});

test('nothing it holds says what a body was', () => {
  const keys = createIdempotencyKeys(bytes('key'));
  const number = '4242424242424242';
  const seen: unknown[] = [];
  const set = Object.getOwnPropertyDescriptor(Map.prototype, 'set');
  if (!set) throw new Error('No Map');
  Map.prototype.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
    seen.push(key, value);
    return (set.value as typeof Map.prototype.set).call(this, key, value);
  };
  try {
    keys.keep('a', bytes(number), answer, 0);
  } finally {
    Object.defineProperty(Map.prototype, 'set', set);
  }
  expect(JSON.stringify(seen)).toMatch(/"mac":"[\da-f]{64}"/);
  expect(JSON.stringify(seen)).not.toContain(number);
});
