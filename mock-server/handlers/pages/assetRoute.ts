import { Problem } from '../../domain/requests/Problem.ts';
import type { Route } from '../Route.ts';

type Assets = Readonly<Record<string, { readonly body: string; readonly type: string }>>;

/** The files that a page loads. Their names change with their content, so that browsers may keep them for ever. */
export function assetRoute(
  folder: string,
  load: () => Promise<{ readonly assets: Assets }>,
): Route {
  return {
    method: 'GET',
    path: `/${folder}/:file`,
    async respond(_request, params, requestId) {
      const { assets } = await load();
      const path = `/${folder}/${params['file'] ?? ''}`;
      const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
      if (!asset) throw Problem.notFound('file', 'Reload the page that asked for it.');
      return new Response(asset.body, {
        headers: {
          'content-type': asset.type,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
          'x-request-id': requestId,
        },
      });
    },
  };
}
