import { checkoutHandle } from '../../domain/sessions/secureToken.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { assetRoute } from './assetRoute.ts';
import { loadHostedPages } from './loadHostedPages.ts';
import { pageResponse } from './pageResponse.ts';

async function checkoutPage(
  context: ServerContext,
  request: Request,
  surface: 'page' | 'embed',
  handle: string,
  requestId: string,
): Promise<Response> {
  const pages = await loadHostedPages();
  const locale = pages.localeOf(request);
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
    assetRoute('assets', loadHostedPages),
  ];
}
