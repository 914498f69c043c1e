import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createOpenApi } from '../../mock-server/handlers/openapi/createOpenApi.ts';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';

const packages = ['.', 'mock-server'];

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { readonly version: string };

test('both packages, the changelog and the document of the API say one version', () => {
  const server = JSON.parse(read('mock-server/package.json')) as { readonly version: string };
  const [, latest] = /^## (\S+)/m.exec(read('CHANGELOG.md')) ?? [];
  const { info } = createOpenApi([], 'http://localhost');
  expect([server.version, latest, info.version]).toEqual([version, version, version]);
});

test('every address of the script tag’s file is that of this version', () => {
  const named = listFiles('.')
    .filter((file) => /\.(md|html)$/.test(file))
    .flatMap((file) => {
      const found = read(file).matchAll(/\bjs\.paymentkit\.com\/([^/]+)\/paymentkit\.global/g);
      return [...found].map(([, one]) => ({ file, version: one }));
    });
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((one) => one.version !== version)).toEqual([]);
});

test.each(packages)('whoever publishes %s builds everything first', (folder) => {
  const { scripts } = JSON.parse(read(path.join(folder, 'package.json'))) as {
    readonly scripts: Readonly<Record<string, string | undefined>>;
  };
  const [program, script = ''] = scripts['prepublishOnly']?.split(' ') ?? [];
  expect(program).toBe('node');
  expect(path.resolve(root, folder, script)).toBe(path.join(root, 'scripts/build.ts'));
});
