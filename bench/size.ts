import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';

/** Bytes of one bundle. */
export interface Size {
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** What one import costs with each bundler. */
export interface Sizes {
  readonly esbuild: Size;
  readonly rollup: Size;
}

const root = resolve(import.meta.dirname, '..');

const measure = (code: string): Size => ({
  min: Buffer.byteLength(code),
  gzip: code ? gzipSync(code, { level: 9 }).length : 0,
  brotli: code ? brotliCompressSync(code).length : 0,
});

async function withEsbuild(source: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    write: false,
    logLevel: 'error',
  });
  return measure(outputFiles[0]?.text.trim() ?? '');
}

async function withRollup(source: string): Promise<Size> {
  const entry = '\0entry';
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
      nodeResolve({ rootDir: root, exportConditions: ['production', 'import', 'default'] }),
    ],
    onwarn: ({ code }) => {
      if (code !== 'EMPTY_BUNDLE') throw new Error(`Rollup warns: ${String(code)}`);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const { code = '' } = await minify(output[0].code, {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
  });
  return measure(code.trim());
}

/** What a page pays that imports these names from the core entry, and uses them. */
export async function sizeOf(names: readonly string[]): Promise<Sizes> {
  const list = names.join(', ');
  const use = names.length > 0 ? `globalThis.used = [${list}];` : '';
  const source = `import { ${list} } from 'paymentkit-js'; ${use}`;
  return { esbuild: await withEsbuild(source), rollup: await withRollup(source) };
}

/** The larger of the two, compressed: what the budgets are about. */
export const worst = ({ esbuild, rollup }: Sizes): number => Math.max(esbuild.gzip, rollup.gzip);

/** Everything that is measured, by name. */
export async function measureAll(): Promise<Record<string, Sizes>> {
  const names = Object.keys(await import('paymentkit-js')).sort();
  const sizes: Record<string, Sizes> = {};
  for (const name of names) sizes[name] = await sizeOf([name]);
  sizes['everything'] = await sizeOf(names);
  sizes['unused import'] = await sizeOf([]);
  const script = measure(readFileSync(`${root}/dist/paymentkit.global.js`, 'utf8'));
  sizes['script tag'] = { esbuild: script, rollup: script };
  return sizes;
}

if (import.meta.main) {
  console.log(JSON.stringify(await measureAll(), undefined, 2));
}
