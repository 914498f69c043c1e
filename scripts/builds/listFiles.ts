import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

/** What is made, by name and by path: TypeDoc copies the tests that a page of the documentation links to. */
const skippedFolders = new Set(['node_modules', 'dist', 'generated', 'test-results']);
const skippedPaths = new Set(['docs/api', 'screenshots']);

/** The files at and below a path from the root, sorted; none when there is nothing. */
export function listFiles(start: string): readonly string[] {
  const stats = statSync(path.join(root, start), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [start];
  return readdirSync(path.join(root, start), { withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isDirectory() && !isSkipped(start, entry.name)))
    .flatMap((entry) => listFiles(path.posix.join(start, entry.name)))
    .sort();
}

function isSkipped(parent: string, folder: string): boolean {
  return (
    folder.startsWith('.') ||
    skippedFolders.has(folder) ||
    skippedPaths.has(path.posix.join(parent, folder))
  );
}
