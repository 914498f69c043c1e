import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';

interface Manifest {
  readonly main: string;
  readonly types: string;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
  readonly exports: Readonly<
    Record<string, { readonly types?: string; readonly default?: string }>
  >;
}

const folders = [{ folder: '.' }, { folder: 'mock-server' }];

test.each(folders)('TypeScript that knows no "exports" finds the same types: $folder', (of) => {
  const text = readFileSync(path.join(root, of.folder, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const entries = Object.entries(manifest.exports).filter(([name]) => name !== './package.json');
  const [[, core] = [], ...others] = entries;
  expect([manifest.main, manifest.types]).toEqual([core?.default, core?.types]);
  const listed = Object.entries(manifest.typesVersions['*']);
  expect(listed.map(([name, [file]]) => [`./${name}`, `./${String(file)}`])).toEqual(
    others.map(([name, { types }]) => [name, types]),
  );
});
