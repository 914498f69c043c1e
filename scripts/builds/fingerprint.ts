import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import type { BuildStep } from './buildSteps.ts';
import { listFiles } from './listFiles.ts';

/** By content, so that a fresh checkout or a touched file makes nothing stale. */
export function fingerprintInputs(step: BuildStep): string {
  const hash = createHash('sha256').update(step.command.join(' '));
  for (const file of step.inputs.flatMap(listFiles)) {
    if (/\.(test|test-d|e2e)\.tsx?$|\.md$/.test(file)) continue;
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** By name, size and time: nobody but the build writes there. */
export function fingerprintOutput(step: BuildStep): string {
  const files = listFiles(step.output);
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return files.length === 0 ? 'nothing' : hash.digest('hex');
}
