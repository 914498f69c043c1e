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

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

test('TypeScript that knows no "exports" (moduleResolution "node") finds the same types', () => {
  const entries = Object.entries(manifest.exports).filter(([name]) => name !== './package.json');
  const [[, core] = [], ...others] = entries;
  expect([manifest.main, manifest.types]).toEqual([core?.default, core?.types]);
  const listed = Object.entries(manifest.typesVersions['*']);
  expect(listed.map(([name, [file]]) => [`./${name}`, `./${String(file)}`])).toEqual(
    others.map(([name, { types }]) => [name, types]),
  );
});
