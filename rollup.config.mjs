import { readFileSync } from 'node:fs';
import path from 'node:path';
import replace from '@rollup/plugin-replace';
import typescript from '@rollup/plugin-typescript';
import { dts } from 'rollup-plugin-dts';

const { exports, version } = JSON.parse(readFileSync('package.json', 'utf8'));

// package.json is the one list of entries: dist/index.js is built from src/index.ts, dist/x.js from src/x/index.ts.
const names = Object.values(exports)
  .map((entry) => entry.default)
  .filter((file) => file !== undefined)
  .map((file) => file.replace('./dist/', '').replace(/\.js$/, ''));
const input = Object.fromEntries(
  names.map((name) => [name, name === 'index' ? 'src/index.ts' : `src/${name}/index.ts`]),
);

const entryFileName = ({ name }) => `${name.replace(/\/index$/, '')}.js`;

const modules = (dir, development) => ({
  input,
  output: {
    dir,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: entryFileName,
    sourcemap: true,
  },
  plugins: [
    replace({
      preventAssignment: true,
      values: { __DEV__: String(development), __VERSION__: JSON.stringify(version) },
    }),
    typescript({
      tsconfig: 'src/tsconfig.json',
      module: 'NodeNext',
      rootDir: path.resolve('src'),
      outDir: dir,
      noEmit: false,
      allowImportingTsExtensions: false,
      inlineSources: true,
    }),
  ],
});

export default [
  modules('dist', false),
  modules('dist/development', true),
  {
    input,
    output: { dir: 'dist', format: 'es' },
    plugins: [dts()],
  },
];
