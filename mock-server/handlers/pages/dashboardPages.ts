import { accountId } from '../requests/accountId.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { assetRoute } from './assetRoute.ts';
import { pageResponse } from './pageResponse.ts';

/** Loaded when the dashboard is first opened: most servers never show it. */
async function loadDashboard() {
  const [{ renderDashboard }, { dashboardAssets }] = await Promise.all([
    import('../../dashboard/renderDashboard.ts'),
    import('../../dashboard/generated/dashboardAssets.ts'),
  ]);
  return { renderDashboard, assets: dashboardAssets };
}

async function documentOf(account: string | undefined, requestId: string): Promise<Response> {
  const { renderDashboard } = await loadDashboard();
  const html = renderDashboard({ accountId: account });
  return pageResponse(html, { requestId, frameAncestors: [], resourcePolicy: 'same-origin' });
}

function dashboardPage(path: string): Route {
  return {
    method: 'GET',
    path,
    respond: (_request, params, requestId) => documentOf(accountId(params), requestId),
  };
}

/** Where a session's details are: PaymentKit.js knows the session and, as it should be, not its account. */
function detailsOf({ store }: ServerContext, session: string | null): string | undefined {
  if (session === null) return undefined;
  for (const { id, records } of store.accounts()) {
    if (records.sessions.get(session)) {
      return `/dashboard/${id}/checkout-sessions/${encodeURIComponent(session)}`;
    }
  }
  return undefined;
}

/** The list of accounts; with `?session=` the way to that session's details. */
function firstPage(context: ServerContext): Route {
  return {
    method: 'GET',
    path: '/dashboard',
    async respond(request, _params, requestId) {
      const session = new URL(request.url).searchParams.get('session');
      const location = detailsOf(context, session);
      if (location === undefined) return documentOf(undefined, requestId);
      const headers = { location, 'cache-control': 'no-store', 'x-request-id': requestId };
      return new Response(null, { status: 303, headers });
    },
  };
}

/** `/dashboard`, the screens of an account below it, and what they load. The script finds its screen by the address. */
export function dashboardPages(context: ServerContext): Route[] {
  return [
    firstPage(context),
    dashboardPage('/dashboard/:account_id'),
    dashboardPage('/dashboard/:account_id/:section'),
    dashboardPage('/dashboard/:account_id/:section/:id'),
    assetRoute('dashboard-assets', loadDashboard),
  ];
}
