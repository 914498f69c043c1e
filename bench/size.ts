import { readFileSync, writeFileSync } from 'node:fs';
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

/** What an entry beside the core does not bring along: the page has it already, or pays for it by name. */
const external = ['paymentkit-js', 'react', 'react/jsx-runtime'];

async function withEsbuild(source: string, given: string[]): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    // As a plugin: the option would take the entries of a package for the package.
    plugins: [
      {
        name: 'given',
        setup: (bundle) => {
          bundle.onResolve({ filter: /./ }, ({ path }) =>
            given.includes(path) ? { path, external: true } : undefined,
          );
        },
      },
    ],
    write: false,
    logLevel: 'error',
  });
  return measure(outputFiles[0]?.text.trim() ?? '');
}

/** An import that is not used leaves nothing, and a bundle for browsers needs no `'use client'`. */
const expected = new Set(['EMPTY_BUNDLE', 'MODULE_LEVEL_DIRECTIVE']);

async function withRollup(source: string, given: string[]): Promise<Size> {
  const entry = '\0entry';
  const bundle = await rollup({
    input: entry,
    external: given,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
      nodeResolve({ rootDir: root, exportConditions: ['production', 'import', 'default'] }),
    ],
    onwarn: ({ code }) => {
      if (!expected.has(code ?? '')) throw new Error(`Rollup warns: ${String(code)}`);
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

/** What a page pays that imports these names from an entry, and uses them. */
export async function sizeOf(names: readonly string[], from = 'paymentkit-js'): Promise<Sizes> {
  const list = names.join(', ');
  const use = names.length > 0 ? `globalThis.used = [${list}];` : '';
  const source = `import { ${list} } from '${from}'; ${use}`;
  const given = external.filter((name) => name !== from);
  return { esbuild: await withEsbuild(source, given), rollup: await withRollup(source, given) };
}

/** The entries beside the core. What is only for tests costs no shopper anything. */
const entries = {
  'paymentkit-js/diagnose': () => import('paymentkit-js/diagnose'),
  'paymentkit-js/element': () => import('paymentkit-js/element'),
  'paymentkit-js/hosted': () => import('paymentkit-js/hosted'),
  'paymentkit-js/react': () => import('paymentkit-js/react'),
  'paymentkit-js/webhooks': () => import('paymentkit-js/webhooks'),
};

/** The larger of the two, compressed: what the budgets are about. */
export const worst = ({ esbuild, rollup }: Sizes): number => Math.max(esbuild.gzip, rollup.gzip);

/** Everything that is measured, by name. */
export async function measureAll(): Promise<Record<string, Sizes>> {
  const names = Object.keys(await import('paymentkit-js')).sort();
  const sizes: Record<string, Sizes> = {};
  for (const name of names) sizes[name] = await sizeOf([name]);
  sizes['everything'] = await sizeOf(names);
  sizes['unused import'] = await sizeOf([]);
  for (const [entry, load] of Object.entries(entries)) {
    sizes[entry] = await sizeOf(Object.keys(await load()), entry);
  }
  const script = measure(readFileSync(`${root}/dist/paymentkit.global.js`, 'utf8'));
  sizes['script tag'] = { esbuild: script, rollup: script };
  return sizes;
}

/** Budgets are round, so that a compressor's few bytes break none, and near: growth is noticed. */
const record = (sizes: Record<string, Sizes>): object =>
  Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => {
      const gzip = worst(size);
      return [name, { budget: gzip && Math.ceil((gzip + 10) / 50) * 50, gzip }];
    }),
  );

// `node bench/size.ts` prints what is measured; `--record` writes it down, with a budget for each.
if (import.meta.main) {
  const sizes = await measureAll();
  if (process.argv.includes('--record')) {
    const file = new URL('sizes.json', import.meta.url);
    writeFileSync(file, `${JSON.stringify(record(sizes), undefined, 2)}\n`);
  } else console.log(JSON.stringify(sizes, undefined, 2));
}
