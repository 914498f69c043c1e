import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';

type Tree = string | { readonly [key: string]: Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));

const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const german = new Map(leaves(de));

test('both languages have the same sentences', () => {
  expect([...german.keys()].sort()).toEqual(
    leaves(en)
      .map(([path]) => path)
      .sort(),
  );
});

test.each(leaves(en))('%s names the same values in both languages', (path, text) => {
  expect(names(german.get(path) ?? '')).toEqual(names(text));
});

test.each([...leaves(en), ...leaves(de)])(
  '%s is written in plain typography: %j',
  (_path, text) => {
    expect(text).not.toMatch(/['"!]|\.\.\.|oops/i);
    expect(text).toBe(text.trim());
  },
);
