import type { ServerResponse } from 'node:http';
import type { Compressor } from './createCompressor.ts';

/** Copies a response to a connection. The network error that MSW calls `HttpResponse.error()` cuts the connection. */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  request: { readonly method: string; readonly path: string; readonly acceptEncoding: string },
  compress: Compressor,
): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  const compressed = await compress(response, body, request);
  if (outgoing.destroyed) return;
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  if (compressed) {
    headers['content-encoding'] = compressed.encoding;
    headers['vary'] = 'Accept-Encoding';
  }
  const sent = compressed?.body ?? body;
  // The length told to HEAD would be that of the body that GET sends, which is not known here.
  if (response.status !== 204 && request.method !== 'HEAD')
    headers['content-length'] = String(sent.length);
  outgoing.writeHead(response.status, headers).end(sent);
}
