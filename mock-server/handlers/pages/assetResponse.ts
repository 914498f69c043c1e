/** A file whose name changes with its content, so that browsers may keep it for ever. */
export function assetResponse(
  asset: { readonly body: string; readonly type: string },
  requestId: string,
): Response {
  return new Response(asset.body, {
    headers: {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': requestId,
    },
  });
}
