import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { onlyFromHere } from './http/onlyFromHere.ts';
import { orderRoutes } from './http/orderRoutes.ts';
import { renderError } from './http/renderError.ts';
import { renderNotFound } from './http/renderNotFound.ts';
import { renderPage } from './http/renderPage.ts';
import { scriptTagRoutes } from './http/scriptTagRoutes.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { storefrontRoutes } from './http/storefrontRoutes.ts';
import type { Shop } from './orders/Shop.ts';
import { readScriptTag } from './readScriptTag.ts';

/** The shop as one function from request to response. */
export function createShopApp(shop: Shop, paymentkitUrl: string): Hono {
  const app = new Hono();
  const script = readScriptTag();

  app.use(onlyFromHere(shop.origin));
  app.use(securityHeaders(new URL(paymentkitUrl).origin));

  app.get('/', async (c) => {
    const isReachable = await shop.paymentkit.isReachable();
    return renderPage(c, 'shop-server/pages/index.html', { paymentkitUrl, isReachable });
  });
  app.route('/api', orderRoutes(shop));
  app.route('/script-tag', scriptTagRoutes(shop, script));
  for (const name of ['inline', 'redirect'] as const) {
    app.get(`/${name}`, (c) => c.redirect(`/${name}/`, 308));
    app.route(`/${name}`, storefrontRoutes(name));
  }
  app.get('/paymentkit.global.js', (c) => {
    if (!script) return renderNotFound(c);
    return c.body(script.body, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.get('*', serveStatic({ root: fileURLToPath(new URL('public', import.meta.url)) }));

  app.notFound(renderNotFound);
  app.onError((error, c) => renderError(c, error));
  return app;
}
