import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

const listed = readPage('docs/README.md')
  .links.filter((link) => /^(guides|reference)\//.test(link))
  .map((link) => `docs/${link}`);
const pages = [...new Set(listed)];

test('the index leads to every guide and every page of reference', () => {
  const all = [...listFiles('docs/guides'), ...listFiles('docs/reference')];
  expect([...pages].sort()).toEqual([...all].sort());
});

test('the reference site shows them in the order of the index, and then what stands beside the docs', () => {
  const { projectDocuments } = JSON.parse(
    readFileSync(path.join(root, 'typedoc.json'), 'utf8'),
  ) as { readonly projectDocuments: readonly string[] };
  const others = ['mock-server/README.md', 'SECURITY.md', 'CHANGELOG.md'];
  expect(projectDocuments).toEqual([...pages, ...others, 'docs/decisions/*.md']);
});
