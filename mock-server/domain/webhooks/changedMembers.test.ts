import { expect, test } from 'vitest';
import { changedMembers } from './changedMembers.ts';

test.each([
  ['nothing', { a: 1, b: 'x', c: null }, { a: 1, b: 'x', c: null }, {}],
  ['a value', { a: 1, b: 'x' }, { a: 2, b: 'x' }, { a: 1 }],
  ['what was nothing before', { a: null }, { a: 'x' }, { a: null }],
  ['what is nothing now', { a: 'x' }, { a: null }, { a: 'x' }],
  ['a list that reads the same', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, {}],
  ['a list', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { a: [{ b: 1 }] }],
  ['a list that was none', { a: null }, { a: [] }, { a: null }],
  ['when it changed', { updated_at: '1' }, { updated_at: '2' }, {}],
])('%s changed', (_name, before, after, changed) => {
  expect(changedMembers(before, after)).toEqual(changed);
});
