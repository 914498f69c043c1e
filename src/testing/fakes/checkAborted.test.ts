import { expect, test } from 'vitest';
import { checkAborted } from './checkAborted.ts';

test('lets pass what goes on', () => {
  expect(() => checkAborted(undefined)).not.toThrow();
  expect(() => checkAborted(new AbortController().signal)).not.toThrow();
});

test('throws why a signal is over', () => {
  expect(() => checkAborted(AbortSignal.abort(new Error('left')))).toThrow('left');
});

test('throws where signals know neither their reason nor how to throw it, as in the jsdom of Jest 29', () => {
  const over = { aborted: true } as AbortSignal;
  expect(() => checkAborted(over)).toThrow('aborted');
});
