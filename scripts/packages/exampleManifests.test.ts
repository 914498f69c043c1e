import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Module } from '../architecture/readModule.ts';
import { readTree } from '../architecture/readTree.ts';
import { root } from '../root.ts';

interface Manifest {
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/** With what the tests of this repository run, an example's own among them. */
const runners = ['vitest', '@playwright/test'];

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages that the modules of a folder import. */
function importedIn(folder: string, tree: readonly Module[]): readonly string[] {
  const specifiers = tree
    .filter(({ file }) => file.startsWith(`${folder}/`))
    .flatMap(({ imports }) => imports.map(({ specifier }) => specifier));
  const names = specifiers.filter((one) => !one.startsWith('.') && !isBuiltin(one)).map(packageOf);
  return [...new Set(names)].filter((name) => !runners.includes(name));
}

const tree = readTree();
const examples = readdirSync(path.join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'fixtures')
  .map((entry) => `examples/${entry.name}`);

test.each(examples)('whoever copies %s gets what it imports from its package.json', (folder) => {
  const text = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Manifest;
  const declared = Object.keys({ ...dependencies, ...devDependencies });
  expect(importedIn(folder, tree).filter((name) => !declared.includes(name))).toEqual([]);
});
