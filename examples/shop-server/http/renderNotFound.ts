import type { Context } from 'hono';
import { renderPage } from './renderPage.ts';

/** An address the shop does not know. */
export function renderNotFound(c: Context): Response {
  if (c.req.path.startsWith('/api/')) {
    return c.json({ error: 'not_found', message: 'No such route.' }, 404);
  }
  const words = {
    heading: 'There is no such page',
    message: 'The address may be incomplete, or what was here has moved.',
  };
  return renderPage(c, 'shop-server/pages/error.html', words, 404);
}
