import type { MiddlewareHandler } from 'hono';

/**
 * One address for the shop. `127.0.0.1` goes to `localhost`: the checkout runs on 127.0.0.1, and only a shop on another
 * site shows how things are in production. A page of another site can neither rebind its name to us nor post to us.
 */
export function onlyFromHere(origin: string): MiddlewareHandler {
  const { host, port } = new URL(origin);
  const aliases = [`127.0.0.1:${port}`, `[::1]:${port}`];
  return async (c, next) => {
    const asked = c.req.header('host') ?? '';
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (aliases.includes(asked) && isReading) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`${origin}${pathname}${search}`, 307);
    }
    if (asked !== host) return c.text(`This shop is at ${origin}/ only.`, 421);
    // Browsers send the origin with every POST. The cookie is Lax, but localhost is one site with all its ports.
    const from = c.req.header('origin');
    if (!isReading && from !== undefined && from !== origin) {
      return c.json({ error: 'cross_site', message: 'Only the shop itself may post here.' }, 403);
    }
    await next();
    return undefined;
  };
}
