import { publicOriginHeader } from '../requests/publicOrigin.ts';
import type { Route } from '../Route.ts';

/** `/openapi.json`: the API as a document, made when it is first asked for. */
export function openApi(routes: readonly Route[]): Route {
  return {
    method: 'GET',
    path: '/openapi.json',
    async respond(request, _params, requestId) {
      // What makes it is loaded by who asks, so that the server starts without it.
      const { createOpenApi } = await import('./createOpenApi.ts');
      const origin = request.headers.get(publicOriginHeader) ?? new URL(request.url).origin;
      const headers = { 'cache-control': 'no-store', 'x-request-id': requestId };
      return Response.json(createOpenApi(routes, origin), { headers });
    },
  };
}
