import { expect, test } from 'vitest';
import { anySignal } from './anySignal.ts';

test('it ends with the first of them, for its reason', () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const over = anySignal([first.signal, second.signal]);
  expect(over.aborted).toBe(false);
  second.abort('left');
  first.abort('late');
  expect(over).toMatchObject({ aborted: true, reason: 'left' });
});

test('it has ended when one of them has', () => {
  expect(anySignal([new AbortController().signal, AbortSignal.abort('gone')])).toMatchObject({
    aborted: true,
    reason: 'gone',
  });
});
