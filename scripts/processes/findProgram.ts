import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

/** Where a tool is not called as its package is. */
const packages: Readonly<Record<string, string>> = {
  attw: '@arethetypeswrong/cli',
  playwright: '@playwright/test',
};

/**
 * The program to start for a command, and its arguments. A tool of this repository is started as the script that it is,
 * on the Node that runs this: on Windows the files in `node_modules/.bin` are no programs.
 */
export function findProgram(command: string, args: readonly string[]): [string, string[]] {
  if (command === 'node') return [process.execPath, [...args]];
  const script = findScript(command);
  return script === undefined ? [command, [...args]] : [process.execPath, [script, ...args]];
}

function findScript(tool: string): string | undefined {
  // npm tells the scripts that it runs which one it is.
  const npm = process.env['npm_execpath'];
  if (tool === 'npm') return path.basename(npm ?? '') === 'npm-cli.js' ? npm : undefined;
  const folder = path.join(root, 'node_modules', packages[tool] ?? tool);
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly bin?: string | Readonly<Record<string, string>>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[tool];
  return script === undefined ? undefined : path.join(folder, script);
}
