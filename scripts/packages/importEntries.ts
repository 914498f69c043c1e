import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { listPacked } from './listPacked.ts';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
}

const { findOuterNode } = createRequire(import.meta.url)('../prepare/findOuterNode.cjs') as {
  readonly findOuterNode: (root: string) => { readonly path: string };
};

/** Copies what npm would publish into an empty project, so that nothing but its peer can be found. */
async function installPublished(project: string): Promise<void> {
  // Else Node asks the folders above for a package of the same name.
  writeFileSync(path.join(project, 'package.json'), '{}');
  for (const file of await listPacked()) {
    const target = path.join(project, 'node_modules', 'paymentkit-js', file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, file), target);
  }
  symlinkSync(
    path.join(root, 'node_modules', 'react'),
    path.join(project, 'node_modules', 'react'),
    'junction',
  );
}

/** Imports each entry in each build on a Node without a DOM, as a server that renders pages does. */
async function importEntries(project: string): Promise<readonly string[]> {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json'));
  const failures: string[] = [];
  for (const node of new Set([process.execPath, findOuterNode(root).path])) {
    for (const condition of ['production', 'development']) {
      const code = entries
        .map((entry) => `await import('${path.posix.join('paymentkit-js', entry)}');`)
        .join('');
      const args = ['-C', condition, '--input-type=module', '-e', code];
      const result = await runCommand(node, args, { cwd: project });
      if (result.code === 0 && result.output === '') continue;
      failures.push(`${node} (${condition}) on importing ${entries.join(', ')}:\n${result.output}`);
    }
  }
  return failures;
}

const project = mkdtempSync(path.join(tmpdir(), 'paymentkit-entries-'));
try {
  await installPublished(project);
  const failures = await importEntries(project);
  console.error(failures.join('\n'));
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(project, { recursive: true });
}
