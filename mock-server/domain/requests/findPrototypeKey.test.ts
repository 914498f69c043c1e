import { expect, test } from 'vitest';
import { findPrototypeKey } from './findPrototypeKey.ts';

test.each([
  ['{"a":1,"constructor":2}', undefined],
  ['["__proto__"]', undefined],
  ['null', undefined],
  ['{"__proto__":1}', ['__proto__']],
  ['{"a":[1,{"\\u005f_proto__":{}}]}', ['a', 1, '__proto__']],
])('in %s it stands at %j', (text, place) => {
  expect(findPrototypeKey(JSON.parse(text))).toEqual(place);
});

test('what is nested a hundred thousand times is looked through to its end', () => {
  const text = `${'['.repeat(100_000)}{"__proto__":1}${']'.repeat(100_000)}`;
  expect(findPrototypeKey(JSON.parse(text))).toHaveLength(100_001);
});
