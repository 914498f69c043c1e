import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';

/** What the browser tests are written in: the suites, and what they are made from. */
export function readSuites(): readonly { readonly file: string; readonly text: string }[] {
  return ['e2e', 'examples']
    .flatMap(listFiles)
    .filter((file) => file.endsWith('.e2e.ts') || /^e2e\/harness\/|\/fixtures\//.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}
