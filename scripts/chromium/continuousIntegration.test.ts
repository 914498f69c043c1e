import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../root.ts';

/** A PATH with nothing but these: whatever is called beyond them ends the script. */
let folder: string;
const journal = (): string => path.join(folder, 'journal');

function command(name: string, body = ''): void {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/bash\necho "${name} $*" >> "${journal()}"\n${body}\n`);
  chmodSync(file, 0o755);
}

function runScript(env: Readonly<Record<string, string>> = {}): {
  readonly status: number | null;
  readonly called: readonly string[];
} {
  const { status } = spawnSync('/bin/bash', [path.join(root, '.ci/run')], {
    env: { PATH: folder, ...env },
  });
  return { status, called: readFileSync(journal(), 'utf8').trim().split('\n') };
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ci '));
  symlinkSync('/usr/bin/dirname', path.join(folder, 'dirname'));
  command('id', 'echo 0');
  command('apt-get');
  command('npm', `echo "tests $PAYMENTKIT_TESTS" >> "${journal()}"`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const install = (...names: string[]): readonly string[] => [
  'id -u',
  'apt-get update',
  `apt-get install -y --no-install-recommends ${names.join(' ')}`,
];
const languages = [...install('php-cli', 'php-sqlite3', 'ruby'), ...install('ruby-rack', 'puma')];
const others = install('firefox-esr', 'webkit2gtk-driver', 'xvfb');
const npm = ['npm test', 'tests all'];

test('a machine without browsers and languages gets them from Debian', () => {
  expect(runScript()).toEqual({
    status: 0,
    called: [
      ...install('chromium'),
      ...install('chromium-headless-shell'),
      ...languages,
      ...npm,
      ...others,
    ],
  });
});

test('a machine that has all of them installs nothing and drives all of them', () => {
  const browsers = [
    'chromium',
    'chromium-headless-shell',
    'firefox-esr',
    'WebKitWebDriver',
    'Xvfb',
  ];
  for (const name of [...browsers, 'php', 'ruby', 'rackup', 'puma']) command(name);
  expect(runScript().called).toEqual([...npm, 'npm run test:browsers', 'tests all']);
});

test('where a browser is named no Chromium is installed', () => {
  expect(runScript({ CHROMIUM_PATH: '/a/browser' }).called).toEqual([
    ...languages,
    ...npm,
    ...others,
  ]);
});

test('a release without the headless shell or PHP is tested all the same; one without Chromium is not', () => {
  command('apt-get', '[[ "$*" != *headless-shell && "$*" != *php* ]]');
  expect(runScript()).toMatchObject({ status: 0 });
  rmSync(journal());
  command('apt-get', '[[ "$*" != *chromium ]]');
  const { status, called } = runScript();
  expect(status).not.toBe(0);
  expect(called).not.toContain('npm test');
});

test('whoever is not root is left to npm test, and a failure of npm test is the script’s own', () => {
  command('id', 'echo 1000');
  command('npm', 'exit 3');
  expect(runScript()).toEqual({
    status: 3,
    called: ['id -u', 'id -u', 'id -u', 'id -u', 'npm test'],
  });
});
