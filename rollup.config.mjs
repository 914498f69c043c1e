import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { dts } from 'rollup-plugin-dts';

const { exports, version } = JSON.parse(readFileSync('package.json', 'utf8'));

// package.json is the one list of entries: dist/index.js is built from src/index.ts, dist/x.js from src/x/index.ts.
const names = Object.values(exports)
  .map((entry) => entry.types)
  .filter((file) => file !== undefined)
  .map((file) => file.replace('./dist/', '').replace(/\.d\.ts$/, ''));
const input = Object.fromEntries(
  names.map((name) => [name, name === 'index' ? 'src/index.ts' : `src/${name}/index.ts`]),
);

/** A warning is a mistake that nobody has looked at yet. */
const onwarn = (warning) => {
  throw new Error(`The build warns: ${warning.message}`);
};

const compile = (dir, development) => [
  replace({
    preventAssignment: true,
    values: { __DEV__: String(development), __VERSION__: JSON.stringify(version) },
  }),
  typescript({
    tsconfig: 'src/tsconfig.json',
    compilerOptions: {
      module: 'ESNext',
      moduleResolution: 'bundler',
      noEmit: false,
      // Types are checked by `npm run types`, once for everything.
      noCheck: true,
      // So what the browser and Node declare need not be read.
      lib: ['ES5'],
      types: [],
      allowImportingTsExtensions: false,
      rootDir: resolve('src'),
      outDir: resolve(dir),
      inlineSources: true,
    },
  }),
];

/** The compiler writes paths as if every file lay in dist/; a debugger looks beside the map. */
const sourcemapPathTransform = (source, map) =>
  relative(dirname(map), source.replace(/^.*?(?=src\/)/, ''));

/** The core by its name, so that a test's alias of it reaches its wrappers too; and the peers of those. */
const external = ['paymentkit-js', 'react'];

/**
 * React's servers must know which components need a browser. A bundler drops a directive from the source. In the entry
 * alone: what it imports goes where it goes, and a bundler that knows no directive warns of each.
 */
const banner = ({ name }) => (name === 'react' || name === 'react/index' ? "'use client';" : '');

const modules = (dir, development) => ({
  // The script tag's own modules are bundled again, below, into the file that says what is wrong.
  input: development ? { ...input, global: 'src/global.ts' } : input,
  external,
  onwarn,
  output: {
    dir,
    banner,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: ({ name }) => `${name.replace(/\/index$/, '')}.js`,
    sourcemap: true,
    sourcemapPathTransform,
  },
  plugins: compile(dir, development),
});

/** Another entry by its file: a class with private members that is declared twice is two types. */
const entryAt = (from, id) => {
  const [name] = Object.entries(input).find(([, file]) => resolve(file) === id) ?? [];
  return name === undefined || name === from ? undefined : `./${name}.js`;
};

/** One self-contained file for each entry: an editor that follows a type finds it in one place. */
const declarations = Object.entries(input).map(([name, file]) => ({
  input: { [name]: file },
  external: (id) => external.includes(id) || entryAt(name, id) !== undefined,
  onwarn,
  output: {
    dir: 'dist',
    format: 'es',
    paths: (id) => (external.includes(id) ? id : entryAt(name, id)),
  },
  plugins: [dts({ tsconfig: 'src/tsconfig.json', compilerOptions: { stripInternal: true } })],
}));

/** Says what the script tag's file is, for whoever pins it: its hash stands in the `integrity` attribute. */
const manifest = {
  name: 'manifest',
  writeBundle: ({ file }) => {
    const bytes = readFileSync(file);
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    const entry = { [basename(file)]: { integrity, bytes: bytes.length } };
    writeFileSync(
      `${dirname(file)}/manifest.json`,
      `${JSON.stringify({ version, files: entry }, undefined, 2)}\n`,
    );
  },
};

const scriptTag = {
  input: 'src/global.ts',
  onwarn,
  output: {
    file: 'dist/paymentkit.global.js',
    format: 'iife',
    sourcemap: true,
    sourcemapPathTransform,
  },
  plugins: [
    ...compile('dist', false),
    terser({ ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    manifest,
  ],
};

/** The same with the sentences of its errors: what a page loads while it is being built. */
const scriptTagForDevelopment = {
  input: 'dist/development/global.js',
  onwarn,
  output: { file: 'dist/development/paymentkit.global.js', format: 'iife' },
};

export default [
  modules('dist', false),
  modules('dist/development', true),
  scriptTagForDevelopment,
  ...declarations,
  scriptTag,
];
