import path from 'node:path';
import type { PluginOption, UserConfig } from 'vite';
import { fillPage } from './fillPage.ts';

/** How Vite builds the page of an example, which lies in `folder`. */
export function pageConfig(
  folder: string,
  more: {
    /** That of the page after the checkout, which the shop's server renders. */
    readonly script?: string;
    readonly plugins?: readonly PluginOption[];
  } = {},
): UserConfig {
  const { script, plugins = [] } = more;
  // The shop serves the example's pages below this path.
  const base = `/${path.basename(folder)}/`;
  const frame = {
    name: 'alder-press',
    transformIndexHtml: {
      order: 'pre',
      handler: (page: string) => fillPage(page, base),
    },
  } as const;
  return {
    base,
    root: folder,
    plugins: [frame, ...plugins],
    build: {
      target: 'es2022',
      rolldownOptions: { input: ['index.html', ...(script === undefined ? [] : [script])] },
      // Tells the shop's server where that script is.
      manifest: script !== undefined,
      // Small files stay files: the shop's policy allows no inline script or style.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}
