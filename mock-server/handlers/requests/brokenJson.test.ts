import { expect, test } from 'vitest';
import { brokenJson } from './brokenJson.ts';

test.each([
  ['{"a": }', 'at line 1, column 7.'],
  ['{"a": 1,}', 'at line 1, column 9.'],
  ['{\n  "a": 1\n  "b": 2\n}', 'at line 3, column 3.'],
  ["{'a': 1}", 'at line 1, column 2.'],
  ['{"a": 1', 'at line 1, column 8.'],
  ['{"a": 1} // so', 'at line 1, column 10.'],
  ['\u0000', 'at line 1, column 1.'],
])('%j is told by its place', async (text, place) => {
  const { status, code, message } = await brokenJson(text);
  expect([status, code]).toEqual([400, 'invalid_json']);
  expect(message).toContain(place);
});

test('what is nested too deeply is told without a place, and what is no UTF-8 as that', async () => {
  expect((await brokenJson('['.repeat(250_000))).message).toMatch(/^The body is not valid JSON/);
  expect((await brokenJson(undefined)).message).toContain('UTF-8');
});
