import type { ServerResponse } from 'node:http';
import type { Compressor } from './createCompressor.ts';

/** Copies a response to a connection. The network error that MSW calls `HttpResponse.error()` cuts the connection. */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  request: { readonly path: string; readonly acceptEncoding: string; readonly method: string },
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
  // A 204 has no length at all; a HEAD request is told that of no body.
  if (response.status !== 204) headers['content-length'] = String(sent.length);
  outgoing.writeHead(response.status, headers).end(sent);
}
