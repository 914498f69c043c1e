import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { readPage, readPages, type Page } from './readPage.ts';

/** As GitHub and TypeDoc make them. */
function anchorsOf(page: Page): readonly string[] {
  return page.headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function faultOf(page: Page, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? page.file : path.posix.join(path.posix.dirname(page.file), target);
  if (!existsSync(path.join(root, file))) return `${page.file}: ${link} is not there`;
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  return anchorsOf(readPage(file)).includes(anchor)
    ? undefined
    : `${page.file}: ${file} has no heading for #${anchor}`;
}

test('every relative link leads to a file and to a heading in it', () => {
  const faults = readPages().flatMap((page) => page.links.map((link) => faultOf(page, link)));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

test('a broken link is seen', () => {
  const [page] = readPages();
  if (page === undefined) throw new Error('There is no page');
  expect(faultOf(page, './nowhere.md')).toContain('is not there');
  expect(faultOf(page, '#nowhere-at-all')).toContain('has no heading');
});
