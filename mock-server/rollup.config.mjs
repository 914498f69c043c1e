import { readFileSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { dts } from 'rollup-plugin-dts';

const here = dirname(fileURLToPath(import.meta.url));
const { dependencies } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8'));

const external = (id) =>
  id.startsWith('node:') ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** Leaves no file of a module that is gone. */
const clean = {
  name: 'clean',
  buildStart() {
    rmSync(resolve(here, 'dist'), { recursive: true, force: true });
  },
};

/** Only takes the types out; `tsc` checks them. */
const typescript = {
  name: 'typescript',
  async transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    return transform(code, {
      loader: 'ts',
      target: 'es2023',
      sourcemap: true,
      sourcefile: relative(here, id),
    });
  },
};

export default [
  {
    input: [resolve(here, 'createMockServer.ts'), resolve(here, 'cli.ts')],
    external,
    output: {
      dir: resolve(here, 'dist'),
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: here,
      sourcemap: true,
    },
    plugins: [clean, typescript],
  },
  {
    input: resolve(here, 'createMockServer.ts'),
    external,
    output: { file: resolve(here, 'dist/createMockServer.d.ts'), format: 'es' },
    plugins: [dts({ tsconfig: resolve(here, 'tsconfig.json') })],
  },
];
