import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { filesModule, hashedPath } from '../page-parts/builtFiles.mjs';
import { pageStyles } from '../page-parts/pageStyles.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));

/** The most that script and style may weigh together, compressed. */
const budget = 40_000;

/** Only takes types and JSX out; `tsc` checks them. */
const typescript = {
  name: 'typescript',
  async transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const loader = id.endsWith('x') ? 'tsx' : 'ts';
    const result = await transform(code, {
      loader,
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { __VERSION__: JSON.stringify(version) },
    });
    return { code: result.code, map: null };
  },
};

/** Writes script and style into one module, so that the server needs no files at run time. */
const writeAssets = {
  name: 'dashboard-assets',
  async generateBundle(_options, bundle) {
    const [{ code }] = Object.values(bundle);
    for (const name of Object.keys(bundle)) delete bundle[name];
    const css = await pageStyles('dashboard');
    const weight = [code, css].map((text) => brotliCompressSync(text).length);
    const total = weight[0] + weight[1];
    console.log(`dashboard, brotli: script ${weight[0]}, style ${weight[1]}: ${total} B`);
    if (total > budget) this.error(`The dashboard weighs ${total} B, more than ${budget} B.`);
    const named = (extension, body) => hashedPath('dashboard-assets', 'dashboard', extension, body);
    const files = [
      [named('js', code), 'text/javascript; charset=utf-8', code],
      [named('css', css), 'text/css; charset=utf-8', css],
    ];
    this.emitFile({
      type: 'asset',
      fileName: 'dashboardAssets.ts',
      source: filesModule('dashboardAssets', files),
    });
  },
};

export default {
  input: here('main.tsx'),
  onwarn(warning) {
    throw new Error(`The dashboard's build warns: ${warning.message}`);
  },
  output: { dir: here('generated'), format: 'es' },
  plugins: [
    nodeResolve({ browser: true }),
    typescript,
    terser({ module: true, ecma: 2020, compress: { passes: 2 } }),
    writeAssets,
  ],
};
