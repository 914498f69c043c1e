import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Subject } from './startServer.ts';

export const prismVersion = '5.16.0';

/** Prism on an OpenAPI document. It is no dependency: the first run puts it into a folder for scratch. */
export async function startPrism(document: string): Promise<Subject> {
  const folder = join(tmpdir(), `paymentkit-bench-prism-${prismVersion}`);
  const script = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  if (!existsSync(script)) {
    mkdirSync(folder, { recursive: true });
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
    const name = `@stoplight/prism-cli@${prismVersion}`;
    execFileSync('npm', ['install', ...quiet, '--prefix', folder, name], { stdio: 'inherit' });
  }
  const file = join(folder, 'openapi.json');
  writeFileSync(file, document);
  // Logging each request would be work that we do not ask of ourselves.
  return startServer(script, ['mock', file, '--host', '127.0.0.1', '--verboseLevel', 'silent']);
}
