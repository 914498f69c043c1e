import { expect, test } from 'vitest';
import { readSuites } from './readSuites.ts';

const suites = readSuites().filter(({ file }) => file.endsWith('.e2e.ts'));

/** What tests say that they repeat, titles as they stand in the source. */
const repeated = suites.flatMap(({ file, text }) =>
  [...text.matchAll(/\brepeats\(\s*'([^']+)',\s*(?:'([^']+)'|"([^"]+)"|`([^`]+)`),?\s*\)/g)].map(
    ([, of = '', ...titles]) => ({ file, of, title: titles.find(Boolean) ?? '' }),
  ),
);

/**
 * Whether the test of this title is always run: it has no details but the browser that it needs. The rows that a title
 * ends with, in parentheses, may be left out.
 */
function isAlwaysShown(text: string, title: string): boolean {
  const begin = text.indexOf(title);
  if (begin === -1) return false;
  const after = text.slice(begin + title.length);
  return /^(?: \([^)]*\))?['"`],\s*(?:inWholeBrowser,\s*)?async\b/.test(after);
}

test('each test that is left to continuous integration repeats one that is always run', () => {
  expect(repeated.length).toBeGreaterThan(0);
  const wrong = repeated.filter(({ of, title }) => {
    const target = suites.find(({ file }) => file === of);
    return target === undefined || !isAlwaysShown(target.text, title);
  });
  expect(wrong).toEqual([]);
});

test('every call names what it repeats in words, so that the test above can read them', () => {
  const calls = suites.flatMap(({ text }) => [...text.matchAll(/\brepeats\(/g)]);
  expect(repeated).toHaveLength(calls.length);
});

test('a test that is not there, or is itself left out, is not always shown', () => {
  const text = `
    test('one (1D: 2)', async ({}) => {});
    test('two', repeats('x', 'one'), async ({}) => {});
    test('three', inWholeBrowser, async ({}) => {});`;
  const shown = ['one', 'two', 'three', 'four'].filter((title) => isAlwaysShown(text, title));
  expect(shown).toEqual(['one', 'three']);
});
