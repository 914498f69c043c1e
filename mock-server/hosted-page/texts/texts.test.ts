import { describe, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { countWords } from './countWords.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

type Tree = string | { readonly [key: string]: Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));

/** Without the last part of a path that only says for which number a sentence is. */
const ofCount = (path: string): string =>
  path.replace(/(?<=\.(daysFree|everyN\.\w+))\.(zero|one|two|few|many|other)$/, '');

const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

const english = new Map(leaves(en));

describe.each(Object.entries({ de, fr, es, ar }))('%s', (_locale, texts) => {
  test('has the sentences of English', () => {
    const paths = (tree: Tree) => [...new Set(leaves(tree).map(([path]) => ofCount(path)))].sort();
    expect(paths(texts)).toEqual(paths(en));
  });

  // A sentence for one number alone may spell it out.
  const alike = leaves(texts).filter(([path]) => english.has(path) && ofCount(path) === path);
  test.each(alike)('%s names the same values as in English', (path, text) => {
    expect(names(text)).toEqual(names(english.get(path) ?? ''));
  });
});

test.each([en, de, fr, es, ar].flatMap((texts) => leaves(texts)))(
  '%s is written in plain typography: %j',
  (_path, text) => {
    expect(text).not.toMatch(/['"!]|\.\.\.|oops/i);
    expect(text).toBe(text.trim());
  },
);

test.each([
  ['en', 1, en, '1 day free'],
  ['en', 14, en, '14 days free'],
  ['fr', 14, fr, '14 jours gratuits'],
  ['ar', 2, ar, 'يومان مجانًا'],
  ['ar', 7, ar, '7 أيام مجانًا'],
  ['ar', 14, ar, '14 يومًا مجانًا'],
  ['ar', 100, ar, '100 يوم مجانًا'],
] as const)('%s counts %i in words', (locale, n, texts, words) => {
  expect(countWords(texts.first.daysFree, n, locale)).toBe(words);
});
