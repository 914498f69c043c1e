import type { ServerResponse } from 'node:http';
import { findResponseText } from '../../handlers/responses/textResponse.ts';
import type { Compressor } from './createCompressor.ts';
import { guardedHeaders } from './guardedHeaders.ts';

/** A JSON answer is read as text: Node then sends head and body in one write. */
async function readBody(response: Response): Promise<string | Buffer> {
  const known = findResponseText(response);
  if (known !== undefined) return known;
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  return isJson ? response.text() : Buffer.from(await response.arrayBuffer());
}

function headersOf(response: Response): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {
    ...guardedHeaders,
    ...Object.fromEntries(response.headers),
  };
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  return headers;
}

/** Resolves when a connection takes more, or takes nothing any longer. */
function untilTaken(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}

/**
 * Sends what comes as it comes, until either side ends it. Who reads slowly is waited for: the source knows how far it
 * may fall behind.
 */
async function writeStream(body: ReadableStream, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  outgoing.on('close', () => {
    void reader.cancel();
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await untilTaken(outgoing);
  }
  outgoing.end();
}

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
  if (response.body && response.headers.get('content-type') === 'text/event-stream') {
    outgoing.writeHead(response.status, headersOf(response)).flushHeaders();
    await writeStream(response.body, outgoing);
    return;
  }
  const body = await readBody(response);
  const compressed = typeof body === 'string' ? undefined : await compress(response, body, request);
  if (outgoing.destroyed) return;
  const headers = headersOf(response);
  if (compressed) {
    headers['content-encoding'] = compressed.encoding;
    headers['vary'] = 'Accept-Encoding';
  }
  const sent = compressed?.body ?? body;
  // The length told to HEAD would be that of the body that GET sends, which is not known here.
  if (response.status !== 204 && request.method !== 'HEAD') {
    headers['content-length'] = String(Buffer.byteLength(sent));
  }
  outgoing.writeHead(response.status, headers).end(sent);
}
