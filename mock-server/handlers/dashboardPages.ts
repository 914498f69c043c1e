import { Problem } from '../domain/Problem.ts';
import { accountId } from './accountOperation.ts';
import { assetResponse } from './assetResponse.ts';
import { pageResponse } from './pageResponse.ts';
import type { PathParams, Route } from './Route.ts';

/** Loaded when the dashboard is first opened: most servers never show it. */
async function loadDashboard() {
  const [{ renderDashboard }, { dashboardAssets }] = await Promise.all([
    import('../dashboard/renderDashboard.ts'),
    import('../dashboard/generated/dashboardAssets.ts'),
  ]);
  return { renderDashboard, assets: dashboardAssets };
}

function dashboardPage(path: string, accountOf: (params: PathParams) => string | undefined): Route {
  return {
    method: 'GET',
    path,
    async respond(_request, params, requestId) {
      const account = accountOf(params);
      const { renderDashboard } = await loadDashboard();
      const html = renderDashboard({ accountId: account });
      return pageResponse(html, { requestId, frameAncestors: [], resourcePolicy: 'same-origin' });
    },
  };
}

/** `/dashboard`, the screens of an account below it, and what they load. The script finds its screen by the address. */
export function dashboardPages(): Route[] {
  return [
    dashboardPage('/dashboard', () => undefined),
    dashboardPage('/dashboard/:account_id', accountId),
    dashboardPage('/dashboard/:account_id/:section', accountId),
    dashboardPage('/dashboard/:account_id/:section/:id', accountId),
    {
      method: 'GET',
      path: '/dashboard-assets/:file',
      async respond(_request, params, requestId) {
        const { assets } = await loadDashboard();
        const path = `/dashboard-assets/${params['file'] ?? ''}`;
        const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
        if (!asset) throw Problem.notFound('file', 'Reload the page that asked for it.');
        return assetResponse(asset, requestId);
      },
    },
  ];
}
