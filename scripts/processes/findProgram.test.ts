import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { findProgram } from './findProgram.ts';

/** What the gates, the builds and the tests of the packages start. */
const tools = ['attw', 'jest', 'oxfmt', 'oxlint', 'playwright', 'publint', 'rollup', 'typedoc'];

test.each([...tools, 'vite', 'vitest'])('%s is a script for this Node, on Windows, too', (tool) => {
  const [program, [script = '', ...rest]] = findProgram(tool, ['--version']);
  expect(program).toBe(process.execPath);
  expect(existsSync(script)).toBe(true);
  expect(rest).toEqual(['--version']);
});

test('node is the one that runs this', () => {
  expect(findProgram('node', ['-v'])).toEqual([process.execPath, ['-v']]);
});

test('npm is the one that runs this, where one does', () => {
  vi.stubEnv('npm_execpath', '/usr/lib/node_modules/npm/bin/npm-cli.js');
  expect(findProgram('npm', ['pack'])).toEqual([
    process.execPath,
    ['/usr/lib/node_modules/npm/bin/npm-cli.js', 'pack'],
  ]);
  vi.stubEnv('npm_execpath', '/usr/lib/node_modules/yarn/bin/yarn.js');
  expect(findProgram('npm', ['pack'])).toEqual(['npm', ['pack']]);
});

test('what is no tool of the repository is left to the system', () => {
  expect(findProgram('apt-get', ['update'])).toEqual(['apt-get', ['update']]);
});
