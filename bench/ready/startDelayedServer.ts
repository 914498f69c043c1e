import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { ServerResponse } from 'node:http';

export interface DelayedServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Passes a request on and hands the whole answer to `take`. */
function ask(
  { method, headers }: IncomingMessage,
  path: string,
  port: number,
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    // Both pages travel uncompressed, so that neither gains by it.
    const plain = { ...headers, 'accept-encoding': 'identity' };
    forward({ host: '127.0.0.1', port, method, path, headers: plain }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ answer, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/**
 * The hosted page behind a network: each request takes `delayMs` more. `/bare/{handle}` is the
 * document of `/embed/{handle}` with the bare page's script in the place of its own.
 */
export async function startDelayedServer(
  payPort: number,
  delayMs: number,
  bareFiles: ReadonlyMap<string, string>,
): Promise<DelayedServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const path = request.url ?? '/';
    const file = bareFiles.get(path);
    if (file !== undefined) {
      const cache = 'public,max-age=31536000,immutable';
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': cache });
      response.end(file);
      return;
    }
    const bare = path.startsWith('/bare/');
    const asked = await ask(request, bare ? path.replace('/bare/', '/embed/') : path, payPort);
    const html = bare
      ? asked.body.toString('utf8').replace(/\/assets\/checkout-[\w-]+\.js/g, '/assets/bare.js')
      : asked.body;
    const headers = { ...asked.answer.headers };
    delete headers['content-length'];
    response.writeHead(asked.answer.statusCode ?? 502, headers).end(html);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
