import { expect, test } from 'vitest';
import { isExpectedSender } from './isExpectedSender.ts';

const origin = 'https://pay.example';
const window = {};
const good = { isTrusted: true, source: window, origin };

test('the one window at the one origin is expected', () => {
  expect(isExpectedSender(good, window, origin)).toBe(true);
});

test.each<readonly [string, object, unknown]>([
  ['a synthetic event', { isTrusted: false }, window],
  ['another window', { source: {} }, window],
  ['a source that is gone', { source: null }, window],
  // Two nulls are equal: the frame was removed while its message waited.
  ['a frame that is gone, and its last message', { source: null }, null],
  ['a window that is gone, and a message of a worker', { source: undefined }, undefined],
  ['another window that claims to be this one', { source: {}, data: good }, window],
  ['another origin', { origin: 'https://evil.example' }, window],
  ['an origin that begins the same', { origin: `${origin}.evil.example` }, window],
  ['an opaque origin', { origin: 'null' }, window],
])('%s is not', (_, wrong, expected) => {
  expect(isExpectedSender({ ...good, ...wrong }, expected, origin)).toBe(false);
});
