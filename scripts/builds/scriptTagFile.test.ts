import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';
import { expect, test } from 'vitest';
import { root } from '../root.ts';

interface Manifest {
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly integrity: string; readonly bytes: number }>>;
}

const read = (file: string): Buffer => readFileSync(path.join(root, file));
const built = (): Buffer => read('dist/paymentkit.global.js');

test('the manifest says the hash of the file that it stands beside (4: 47; threat 41)', () => {
  const { version, files } = JSON.parse(String(read('dist/manifest.json'))) as Manifest;
  const { version: published } = JSON.parse(String(read('package.json'))) as Manifest;
  const integrity = `sha384-${createHash('sha384').update(built()).digest('base64')}`;
  expect(version).toBe(published);
  expect(files).toEqual({ 'paymentkit.global.js': { integrity, bytes: built().length } });
});

test('a second build gives the same bytes (threat 41)', async () => {
  const { default: configs } = (await import(
    pathToFileURL(path.join(root, 'rollup.config.mjs')).href
  )) as {
    readonly default: readonly RollupOptions[];
  };
  const config = configs.at(-1);
  const bundle = await rollup(config ?? {});
  const { output } = await bundle.generate(config?.output as OutputOptions);
  await bundle.close();
  // Only what is written to a file names its source map.
  const code = (text: string): string => text.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
  expect(code(output[0].code)).toBe(code(String(built())));
});
