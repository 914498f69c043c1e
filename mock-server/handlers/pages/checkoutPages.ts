import { Problem } from '../../domain/requests/Problem.ts';
import { checkoutHandle } from '../../domain/sessions/secureToken.ts';
import type { Route } from '../Route.ts';
import type { HostedPages, ServerContext } from '../ServerContext.ts';
import { assetResponse } from './assetResponse.ts';
import { pageResponse } from './pageResponse.ts';

/** The language of a page: `?locale=`, else what the browser prefers. */
export function pageLocale(pages: HostedPages, request: Request) {
  return pages.pickLocale(
    new URL(request.url).searchParams.get('locale') ?? undefined,
    request.headers.get('accept-language') ?? undefined,
  );
}

async function checkoutPage(
  context: ServerContext,
  request: Request,
  surface: 'page' | 'embed',
  handle: string,
  requestId: string,
): Promise<Response> {
  const pages = await context.loadPages();
  const locale = pageLocale(pages, request);
  const found = context.store.findSession(handle);
  if (!found) {
    const html = pages.renderNotice({ locale, about: 'checkout' });
    return pageResponse(html, { requestId, frameAncestors: [], status: 404 });
  }
  const allowedOrigins = found.session.allowed_origins;
  const html = pages.renderPage({ surface, locale, allowedOrigins });
  return pageResponse(html, {
    requestId,
    frameAncestors: surface === 'embed' ? allowedOrigins : [],
    scriptHash: pages.scriptHash,
  });
}

/** The hosted page, whole (`/checkout/{token}`) and for a frame (`/embed/{handle}`), and what it loads. */
export function checkoutPages(context: ServerContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/checkout/:token',
      respond(request, params, requestId) {
        const handle = checkoutHandle(params['token'] ?? '');
        return checkoutPage(context, request, 'page', handle, requestId);
      },
    },
    {
      method: 'GET',
      path: '/embed/:handle',
      respond: (request, params, requestId) =>
        checkoutPage(context, request, 'embed', params['handle'] ?? '', requestId),
    },
    {
      method: 'GET',
      path: '/assets/:file',
      async respond(_request, params, requestId) {
        const { assets } = await context.loadPages();
        const path = `/assets/${params['file'] ?? ''}`;
        const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
        if (!asset) throw Problem.notFound('file', 'Reload the page that asked for it.');
        return assetResponse(asset, requestId);
      },
    },
  ];
}
