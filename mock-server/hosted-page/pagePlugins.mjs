import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { rollup } from 'rollup';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A warning is a mistake that nobody has looked at yet. */
export const onwarn = (warning) => {
  throw new Error(`The hosted page's build warns: ${warning.message}`);
};

/** What turns the page's modules into one file. The benchmark builds its own entry with the same plugins. */
export const pagePlugins = () => [
  replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': '"production"' } }),
  nodeResolve({ browser: true }),
  typescript({
    tsconfig: here('../tsconfig.json'),
    include: ['**/*.ts', '**/*.tsx', '../page-parts/*.ts'].map(here),
    compilerOptions: {
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: false,
      noEmit: false,
      // Types are checked by `tsc`, once for everything.
      noCheck: true,
      // So what the browser and Node declare need not be read.
      lib: ['ES5'],
      types: [],
      sourceMap: false,
    },
  }),
  // Functions with arguments stay what they are: compressed, a call is smaller than another copy of a body.
  terser({ module: true, ecma: 2020, compress: { passes: 3, inline: 1 } }),
];

/** The script that stands in the document itself, from its entry, and its hash for a Content-Security-Policy. */
export const bundleOpening = async (input, ...more) => {
  const bundle = await rollup({ input, onwarn, plugins: [...more, ...pagePlugins()] });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  const script = output[0].code.trim();
  if (/<\/|<!--/.test(script)) throw new Error('The opening script would end its element.');
  return { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
};
