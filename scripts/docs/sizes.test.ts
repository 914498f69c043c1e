import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { readPage, tableOf } from './readPage.ts';

const recorded = JSON.parse(readFileSync(path.join(root, 'bench/sizes.json'), 'utf8')) as Record<
  string,
  { readonly gzip: number }
>;

/** Rows in words, and what they are called where they are measured. */
const measuredAs: Readonly<Record<string, string>> = {
  "the script tag's file": 'script tag',
  'an import that is not used': 'unused import',
};

test.each(tableOf(readPage('README.md'), 'Import').rows.map(([name = '', size]) => [name, size]))(
  'the README says truly what %s costs',
  (name, size) => {
    const bytes = recorded[measuredAs[name] ?? name.replaceAll('`', '')]?.gzip ?? NaN;
    expect(size).toBe(`${(bytes / 1000).toFixed(1)} kB`);
  },
);
