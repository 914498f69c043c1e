import { passthrough } from 'msw';
import { http, type HttpHandler } from 'msw/http';
import { hostedPageAssets } from '../../hosted-page/generated/hostedPageAssets.ts';
import { compactHandlers } from '../compactHandlers.ts';

/** Paths of PaymentKit's own, whatever is below them; everything else on the page's origin is the site's. */
const own = /^\/(_mock$|(_mock|api|checkout|embed)\/)/;

/**
 * The mock on a site's own origin, without taking anything of the site's: no front page, no answer to unknown paths
 * outside its own, and of `/assets` only the files of the hosted page.
 */
export function pageHandlers(handlers: readonly HttpHandler[], origin: string): HttpHandler[] {
  const files = new Set(Object.keys(hostedPageAssets));
  // Where a handler says nothing, the next one is asked.
  const others = http.all(`${origin}/*`, ({ request }) => {
    const { pathname } = new URL(request.url);
    return own.test(pathname) || files.has(pathname) ? undefined : passthrough();
  });
  return [others, ...compactHandlers(handlers, [origin])];
}
