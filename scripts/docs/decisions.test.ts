import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { readPage, tableOf } from './readPage.ts';

const index = 'docs/decisions/README.md';
const pages = listFiles('docs/decisions')
  .filter((file) => file !== index)
  .map(readPage);

test('the index lists every decision by its title', () => {
  const rows = tableOf(readPage(index), 'Decision').rows.map(([cell]) => cell);
  const links = pages.map(
    ({ file, headings }) => `[${String(headings[0])}](${path.basename(file)})`,
  );
  expect(rows).toEqual(links);
});

test('numbers are used once', () => {
  const numbers = pages.map(({ file }) => path.basename(file).slice(0, 3));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each(pages.map((page) => [page.file, page.text]))(
  '%s says what, why and at what cost',
  (_, text) => {
    const parts = [...text.matchAll(/^\*\*(.+?)\.\*\*/gm)].map(([, name]) => name);
    expect(parts).toEqual(['Decision', 'Why', 'What it costs', 'Instead of']);
  },
);
