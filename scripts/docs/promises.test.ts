import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

const { text } = readPage('docs/reference/promises.md');
const promises = text.split(/^(?=- )/m).slice(1);
const held = promises.map((promise) => [
  ...promise.matchAll(/^ {2}- \[.+\]\(\.\.\/\.\.\/(.+)\): (.+)$/gm),
]);

/** The lines of a file that name a test. */
const namesIn = (file: string): string =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .filter((line) => /^\s*(test\(|\]?\)\()?(['"`]).+\2,/.test(line))
    .join('\n')
    .replaceAll("\\'", "'");

test('every promise is held by a test', () => {
  expect(promises.length).toBeGreaterThan(30);
  expect(held.filter((tests) => tests.length === 0)).toEqual([]);
});

test.each(held.flat().map(([, file = '', name = '']) => [name, file]))(
  '"%s" is a test of %s',
  (name, file) => {
    expect(namesIn(file)).toContain(name);
  },
);
