import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';
import { readModule, type Module } from './readModule.ts';

const folders = ['src', 'mock-server', 'examples', 'e2e', 'bench', 'docs', 'scripts'];

/** Every module of this repository but what is built or installed. */
export function readTree(): readonly Module[] {
  return folders
    .flatMap((folder) => listFiles(folder))
    .filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file))
    .map((file) => readModule(file, readFileSync(path.join(root, file), 'utf8')));
}
