import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
// @ts-expect-error -- a build file in plain JavaScript
import { pagePlugins } from '../../mock-server/hosted-page/pagePlugins.mjs';

const entry = fileURLToPath(new URL('./barePage.ts', import.meta.url));

/** The entry lies outside the hosted page's own folder, where its build reads TypeScript. */
const readEntry: Plugin = {
  name: 'bare-page',
  async load(id) {
    if (id !== entry) return null;
    return (await transform(readFileSync(id, 'utf8'), { loader: 'ts' })).code;
  },
};

/** The bare copy of the hosted page, from the same modules by the same build: each file by its path. */
export async function bundleBarePage(): Promise<ReadonlyMap<string, string>> {
  const plugins = (pagePlugins as () => Plugin[])();
  const bundle = await rollup({
    input: entry,
    preserveEntrySignatures: false,
    plugins: [readEntry, ...plugins],
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: 'assets/bare.js',
    chunkFileNames: 'assets/bare-[name].js',
  });
  await bundle.close();
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  );
}
