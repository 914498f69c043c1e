import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import { listFiles } from './listFiles.ts';

/** Removes what earlier builds left in a folder and the one that began then did not write again. */
export function removeLeftovers(folder: string, builtSince: number): void {
  for (const file of listFiles(folder)) {
    const full = path.join(root, file);
    if (statSync(full).mtimeMs < builtSince) rmSync(full);
  }
}
