import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Chromium without its windows, where a package put it on PATH; empty where it is not installed, and
 * where a browser was named: then every test runs in that one.
 */
export function findHeadlessShell(env: NodeJS.ProcessEnv = process.env): string {
  if ((env['CHROMIUM_PATH'] ?? '') !== '') return '';
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium-headless-shell'));
  return onPath.find((file) => existsSync(file)) ?? '';
}
