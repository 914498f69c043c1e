import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

/** What npm packs, whatever `files` says. */
const always = ['LICENSE', 'README.md', 'package.json'];

/** The links of the package's README that lead neither into the package nor to a whole address. */
function brokenLinks(folder: string): readonly string[] {
  const { files } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  return readPage(path.join(folder, 'README.md')).links.filter((link) => {
    const file = path.posix.normalize(link.replace(/#.*/, ''));
    const isPacked = [...always, ...files].some(
      (packed) => file === packed || file.startsWith(`${packed}/`),
    );
    return !/^(https:|#)/.test(link) && !isPacked;
  });
}

test.each(['.', 'mock-server'])(
  'on npm, too, the README of %s leads to what is there',
  (folder) => {
    expect(brokenLinks(folder)).toEqual([]);
  },
);
