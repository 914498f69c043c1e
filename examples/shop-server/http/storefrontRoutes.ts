import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Storefront } from '../orders/Order.ts';
import { orderPages } from './orderPages.ts';
import { renderError } from './renderError.ts';

/** The pages of one example: `/inline/` is the built `index.html`, what follows the checkout is rendered here. */
export function storefrontRoutes(name: Exclude<Storefront, 'script-tag'>): Hono {
  const root = fileURLToPath(new URL(`../../${name}/dist`, import.meta.url));
  const routes = new Hono();
  if (!existsSync(root)) {
    routes.get('*', (c) => renderError(c, 'not_built'));
    return routes;
  }
  routes.route('/', orderPages(name, root));
  // Which script has which name is for this server, and for no browser.
  routes.get('/.vite/*', (c) => renderError(c, 'not_found'));
  // An app reads its own address: every view of it is the one page.
  const fileOf = name === 'react-spa' ? toApp : (path: string) => path;
  routes.get(
    '*',
    serveStatic({
      root,
      rewriteRequestPath: (path) => fileOf(path.slice(`/${name}`.length)),
      onFound: (path, c) => {
        // Built assets carry a hash in their name. A page must be asked for again, yet may be kept for Back.
        const isHashed = path.includes('/assets/');
        c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  return routes;
}

const toApp = (path: string) => (/\.\w+$/.test(path) ? path : '/index.html');
