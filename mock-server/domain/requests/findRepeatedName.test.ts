import { expect, test } from 'vitest';
import { findRepeatedName } from './findRepeatedName.ts';

test.each([
  ['{"a":1,"a":2}', ['a']],
  ['{ "a" : 1 ,\n "b": 2, "a" : 1 }', ['a']],
  [String.raw`{"a":1,"\u0061":2}`, ['a']],
  ['{"":1,"":2}', ['']],
  ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"a":{"b":[0,{"c":1},{"c":1,"d":[[]],"c":2}]}}', ['a', 'b', 2, 'c']],
  ['[[1,2],[{"a":1,"a":1}]]', [1, 0, 'a']],
  [String.raw`{"a\"b":1,"x":"\\","a\"b":2}`, ['a"b']],
  [String.raw`{"\"\\":1,"\"\\":2}`, ['"\\']],
])('in %s a name stands twice', (json, place) => {
  expect(findRepeatedName(json)).toEqual(place);
});

test.each([
  '{}',
  '"a"',
  '{"a":"a","b":"a"}',
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":2}]',
  String.raw`{"a":"\"a\":1,\"a\":2","b":"{\"a\":1,\"a\":2}"}`,
  '{"a":"}","b":"{","c":"]","d":"[,"}',
])('in %s each name stands once', (json) => {
  expect(findRepeatedName(json)).toBeUndefined();
});

test('what is as long or as deep as a body can be is looked through', () => {
  const deep = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
  expect(findRepeatedName(deep)).toBeUndefined();
  const long = JSON.stringify({ a: String.raw`\"`.repeat(80_000), b: 'x'.repeat(250_000) });
  expect(findRepeatedName(long)).toBeUndefined();
  expect(findRepeatedName(`${long.slice(0, -1)},"a":1}`)).toEqual(['a']);
});
