import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';
import { readModule, type Module } from './readModule.ts';

const places = /^((src|mock-server|examples|e2e|bench|docs|scripts)\/|[^/]+\.config\.)/;

/** Every module of this repository but what is built or installed. */
export function readTree(): readonly Module[] {
  return listFiles('.')
    .filter((file) => places.test(file) && /\.(ts|tsx|mjs|cjs|js)$/.test(file))
    .map((file) => readModule(file, readFileSync(path.join(root, file), 'utf8')));
}
