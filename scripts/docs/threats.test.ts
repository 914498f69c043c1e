import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';
import { readPage, tableOf } from './readPage.ts';

const page = readPage('docs/reference/threats.md');

/** What the last parentheses of a title may begin their parts with, by the table that it counts. */
const words = { Threat: /^threats? /, Fault: /^faults? /, Complaint: /^4: / } as const;

const isSuite = (file: string): boolean => /\.(test(-d)?|e2e)\.tsx?$/.test(file);

const parts = ['src', 'mock-server', 'examples', 'e2e', 'scripts']
  .flatMap(listFiles)
  .filter((file) => isSuite(file) && !file.startsWith('scripts/architecture/'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/ \(([^()]+)\)(?:['"`],|: \$\{\w+\}`,)/g)])
  .flatMap(([, rows = '']) => rows.split('; '));

/** The numbers of a part: `1, 2`, `1 and 2`, `1 to 3`. */
function numbersIn(part: string): readonly number[] {
  const [first = NaN, last = NaN, ...more] = [...part.matchAll(/\d+/g)].map(Number);
  if (!part.includes(' to ')) return [first, last, ...more].filter((number) => number === number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

test.each(Object.entries(words))(
  'each row of "%s" is in a title, and none that is not there',
  (header, begin) => {
    const rows = tableOf(page, header).rows.map(([number]) => Number(number));
    expect(rows).toEqual(rows.map((_, index) => index + 1));
    const held = parts.filter((part) => begin.test(part)).map((part) => part.replace(begin, ''));
    expect([...new Set(held.flatMap(numbersIn))].sort((one, other) => one - other)).toEqual(rows);
  },
);

test('each defect that was read in another checkout is in a title, and none that is not there', () => {
  const named = /was read: ([^.]+)\./.exec(page.text.replaceAll('\n', ' '))?.[1] ?? '';
  const held = parts
    .filter((part) => part.startsWith('1D '))
    .flatMap((part) => part.slice(3).split(', '));
  expect([...new Set(held)].sort()).toEqual(named.split(/, | and /).sort());
});
