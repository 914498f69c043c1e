import { expect, test } from 'vitest';
import { createMockHandlers } from '../createMockHandlers.ts';
import { withoutStacks } from './withoutStacks.ts';

test('handlers are made without a stack, and errors have theirs afterwards', () => {
  const limit = Error.stackTraceLimit;
  const { handlers } = createMockHandlers({ send: () => Promise.reject(new Error('Not sent.')) });
  expect(handlers.filter(({ info }) => 'callFrame' in info && info.callFrame)).toEqual([]);
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => withoutStacks(fail)).toThrow('no');
  expect(Error.stackTraceLimit).toBe(limit);
});

test('where there is no such limit, none is left behind', () => {
  const limit = Error.stackTraceLimit;
  Reflect.deleteProperty(Error, 'stackTraceLimit');
  try {
    expect(withoutStacks(() => 1)).toBe(1);
    expect('stackTraceLimit' in Error).toBe(false);
  } finally {
    Error.stackTraceLimit = limit;
  }
});
