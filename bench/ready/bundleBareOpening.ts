import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { Plugin } from 'rollup';
// @ts-expect-error -- a build file in plain JavaScript
import { bundleOpening } from '../../mock-server/hosted-page/pagePlugins.mjs';

const entry = fileURLToPath(new URL('./bareOpening.ts', import.meta.url));

/** The entry lies outside the hosted page's own folder, where its build reads TypeScript. */
const readEntry: Plugin = {
  name: 'bare-opening',
  async load(id) {
    if (id !== entry) return null;
    return (await transform(readFileSync(id, 'utf8'), { loader: 'ts' })).code;
  },
};

/** The script that stands in a document of the hosted page, and its hash in the policy of that document. */
export interface OpeningScript {
  readonly script: string;
  readonly hash: string;
}

/** The opening of the bare page, by the build of the page's own. */
export const bundleBareOpening = (): Promise<OpeningScript> =>
  (bundleOpening as (input: string, ...more: Plugin[]) => Promise<OpeningScript>)(entry, readEntry);
