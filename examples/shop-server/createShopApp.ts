import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { onlyFromHere } from './http/onlyFromHere.ts';
import { orderRoutes } from './http/orderRoutes.ts';
import { renderError } from './http/renderError.ts';
import { renderPage } from './http/renderPage.ts';
import { scriptTagRoutes } from './http/scriptTagRoutes.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { storefrontRoutes } from './http/storefrontRoutes.ts';
import { webhookRoutes } from './http/webhookRoutes.ts';
import type { Shop } from './orders/Shop.ts';
import { PaymentKitUnavailable } from './paymentkit/PaymentKitUnavailable.ts';
import { readScriptTag } from './readScriptTag.ts';
import { storefronts } from './storefronts.ts';

/** The shop as one function from request to response. */
export function createShopApp(shop: Shop, paymentkitUrl: string): Hono {
  const app = new Hono();
  const script = readScriptTag();

  app.use(onlyFromHere(shop.origin));
  app.use(securityHeaders(new URL(paymentkitUrl).origin));
  app.use(
    bodyLimit({
      maxSize: 16_384,
      onError: (c) => c.json({ error: 'too_large', message: 'Send less than 16 kB.' }, 413),
    }),
  );

  app.get('/', async (c) => {
    const isReachable = await shop.paymentkit.isReachable();
    return renderPage(c, 'shop-server/pages/index.html', { paymentkitUrl, isReachable });
  });
  app.route('/api', orderRoutes(shop));
  app.route('/webhooks', webhookRoutes(shop));
  for (const name of [...storefronts, 'script-tag']) {
    app.get(`/${name}`, (c) => c.redirect(`/${name}/`, 308));
  }
  for (const name of storefronts) app.route(`/${name}`, storefrontRoutes(name));
  app.get('/script-tag/', (c) => renderPage(c, 'script-tag/index.html'));
  app.route('/script-tag', scriptTagRoutes(shop, script));
  app.get('/paymentkit.global.js', (c) => {
    if (!script) return renderError(c, 'not_built');
    return c.body(script.body, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.get('*', serveStatic({ root: fileURLToPath(new URL('public', import.meta.url)) }));

  app.notFound((c) => renderError(c, 'not_found'));
  app.onError((error, c) => {
    const isPaymentKit = error instanceof PaymentKitUnavailable;
    console.error(isPaymentKit ? error.message : error);
    return renderError(c, isPaymentKit ? 'payment_service_unavailable' : 'internal_error');
  });
  return app;
}
