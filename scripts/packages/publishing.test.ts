import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { listPacked } from './listPacked.ts';

const packages = ['.', 'mock-server'];

test('both packages have one version, and the changelog begins with it', () => {
  const versions = packages.map((folder) => {
    const text = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly version: string }).version;
  });
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  const [, latest] = /^## (\S+)/m.exec(changelog) ?? [];
  expect(versions).toEqual([latest, latest]);
});

test.each(packages)('whoever publishes %s builds everything first', (folder) => {
  const file = path.join(root, folder, 'package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly scripts: Readonly<Record<string, string | undefined>>;
  };
  const [program, script = ''] = scripts['prepublishOnly']?.split(' ') ?? [];
  expect(program).toBe('node');
  expect(path.resolve(root, folder, script)).toBe(path.join(root, 'scripts/build.ts'));
});

test.each(packages)(
  'what npm packs of %s is listed without a build and its words',
  async (folder) => {
    expect(await listPacked(folder)).toContain('package.json');
  },
);
