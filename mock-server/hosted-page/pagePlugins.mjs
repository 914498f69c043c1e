import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { transform } from 'esbuild';
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

/** The page's styles as one minified file, in the order of their names. */
export const pageStyles = async () => {
  const own = readdirSync(here('styles')).sort();
  const files = ['../page-parts/tokens.css', ...own.map((name) => `styles/${name}`)];
  const source = files.map((file) => readFileSync(here(file), 'utf8')).join('\n');
  const { code } = await transform(source, {
    loader: 'css',
    minify: true,
    target: ['chrome120', 'firefox124', 'safari17.4'],
  });
  // esbuild leaves a custom property as it was written.
  return dropUnused(code.replace(/(--pk-[\w-]+): /g, '$1:')).trim();
};

/** Takes out the custom properties that nothing here uses: the tokens serve other pages too. */
const dropUnused = (css) => {
  const less = css.replace(/(--pk-[\w-]+):[^;}]*;?/g, (whole, name) =>
    css.includes(`var(${name})`) ? whole : '',
  );
  return less === css ? css : dropUnused(less);
};
