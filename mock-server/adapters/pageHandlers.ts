import { passthrough } from 'msw';
import { http, type HttpHandler } from 'msw/http';
import { hostedPageAssets } from '../generated/hostedPageAssets.ts';
import { compactHandlers } from './compactHandlers.ts';

/** Paths of PaymentKit's own; everything else on the page's origin is the site's. */
const own = /^\/(api|checkout|embed|_mock|assets)\//;

/**
 * Those handlers that a site can have on its own origin without losing anything of its own: no front page, no answer to
 * unknown paths, and of `/assets` only the files of the hosted page.
 */
export function pageHandlers(handlers: readonly HttpHandler[], origin: string): HttpHandler[] {
  const files = new Set(Object.keys(hostedPageAssets));
  // Where a handler says nothing, the next one is asked.
  const others = http.all(`${origin}/assets/:file`, ({ request }) =>
    files.has(new URL(request.url).pathname) ? undefined : passthrough(),
  );
  const kept = handlers.filter(
    ({ info: { path } }) =>
      typeof path === 'string' && path.startsWith(origin) && own.test(path.slice(origin.length)),
  );
  return [others, ...compactHandlers(kept, [origin])];
}
