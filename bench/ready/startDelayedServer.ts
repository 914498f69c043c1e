import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { ServerResponse } from 'node:http';
import { hostedPageOpening } from '../../mock-server/hosted-page/generated/hostedPageAssets.ts';
import type { OpeningScript } from './bundleBareOpening.ts';

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
 * document of `/embed/{handle}` with the bare page's opening in the place of its own.
 */
export async function startDelayedServer(
  payPort: number,
  delayMs: number,
  bare: OpeningScript,
): Promise<DelayedServer> {
  const { script, hash } = hostedPageOpening;
  const makeBare = (text: string): string => text.replace(script, () => bare.script);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const path = request.url ?? '/';
    const isBare = path.startsWith('/bare/');
    const asked = await ask(request, isBare ? path.replace('/bare/', '/embed/') : path, payPort);
    const headers = { ...asked.answer.headers };
    delete headers['content-length'];
    const policy = headers['content-security-policy'];
    if (isBare && typeof policy === 'string') {
      headers['content-security-policy'] = policy.replace(hash, () => bare.hash);
    }
    response.writeHead(asked.answer.statusCode ?? 502, headers);
    response.end(isBare ? makeBare(asked.body.toString('utf8')) : asked.body);
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
