import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
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

const site = 'https://docs.paymentkit.com/paymentkit-js';

/** What is wrong with a short address of the site: scripts/typedoc/writeAddresses.ts says which page each leads to. */
function siteFault(address: string): string | undefined {
  const [name = '', anchor] = address.slice(site.length + 1).split('#');
  if (name === '') return undefined;
  const file = ['reference', 'guides']
    .map((folder) => `docs/${folder}/${name}.md`)
    .find((one) => existsSync(path.join(root, one)));
  if (file === undefined) return `${address}: there is no page ${name}`;
  if (anchor === undefined || anchorsOf(readPage(file)).includes(anchor)) return undefined;
  return `${address}: ${file} has no heading for #${anchor}`;
}

test('every address of the site that pages, packages and messages name leads to a page and a heading', () => {
  const addresses = listFiles('.')
    .filter((file) => /\.(md|[jt]sx?|mjs|json|html)$/.test(file) && file !== 'package-lock.json')
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .flatMap((text) => text.match(/https:\/\/docs\.paymentkit\.com\/paymentkit-js[\w/#-]*/g) ?? []);
  expect(addresses.length).toBeGreaterThan(5);
  const faults = addresses.map((address) => siteFault(address.replace(/#$/, '')));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  expect(siteFault(`${site}/nowhere`)).toContain('no page nowhere');
  expect(siteFault(`${site}/events#nowhere`)).toContain('no heading for #nowhere');
});

test('a broken link is seen', () => {
  const [page] = readPages();
  if (page === undefined) throw new Error('There is no page');
  expect(faultOf(page, './nowhere.md')).toContain('is not there');
  expect(faultOf(page, '#nowhere-at-all')).toContain('has no heading');
});
