import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { bundlePages } from './bundlePages.ts';
import { listen } from './listen.ts';

/** What a page may be served with, by name: the shops that PaymentKit.js has to live in. */
export type Policy = 'strict' | 'no-frames' | 'no-connect' | 'coop' | 'coep';

export interface PageServer {
  /** The address of a page on `site`, such as `shop` for `http://shop.localhost:<port>`. */
  url(site: string, path?: string, ...policies: readonly Policy[]): string;
  /** What was posted to `/complete`, the merchant's own endpoint, oldest first. */
  readonly completions: readonly { readonly key: string | undefined; readonly body: string }[];
  close(): Promise<void>;
}

const page = (title: string, script: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/assets/shop.css">
<script type="module" src="/assets/${script}.js"></script></head>
<body><main><h1>${title}</h1><p id="above">Two print kits, ready to ship.</p>
<div id="checkout"></div><p id="below">Questions? Write to us.</p><div id="second"></div></main></body>
</html>`;

const pages: Readonly<Record<string, string>> = {
  '/shop': page('Your order', 'shop'),
  '/modes': page('Your order, in every way', 'modes'),
  '/success': page('Thank you', 'shop'),
  '/cart': page('Your cart', 'shop'),
  '/hostile': page('Advertisement', 'hostile'),
  '/blank': '<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1></html>',
};

function headersOf(policies: readonly string[], pay: string): Record<string, string> {
  const csp: Readonly<Record<string, string>> = {
    strict: `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${pay}; connect-src ${pay} 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    'no-frames': `frame-src 'none'`,
    'no-connect': `connect-src 'self'`,
  };
  const policy = policies.flatMap((name) => csp[name] ?? []).join(', ');
  return {
    ...(policy === '' ? {} : { 'content-security-policy': policy }),
    ...(policies.includes('coop') ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    ...(policies.includes('coep') ? { 'cross-origin-embedder-policy': 'require-corp' } : {}),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Serves the merchants' and attackers' pages on every `*.localhost`, each a site of its own. */
export async function startPageServer(pay: string): Promise<PageServer> {
  const assets = await bundlePages();
  const completions: { key: string | undefined; body: string }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && pathname === '/complete') {
      const key = request.headers['idempotency-key'];
      completions.push({ key: Array.isArray(key) ? key[0] : key, body: await bodyOf(request) });
      response.writeHead(Number(searchParams.get('status') ?? 204)).end();
      return;
    }
    const asset = assets.get(pathname);
    const html = pages[pathname];
    if (asset !== undefined) {
      // A page in a sandbox has no origin, and still loads the shop's script.
      const headers = { 'content-type': asset.type, 'access-control-allow-origin': '*' };
      response.writeHead(200, headers).end(asset.body);
    } else if (html !== undefined) {
      const policies = searchParams.get('policies')?.split(' ') ?? [];
      const type = { 'content-type': 'text/html; charset=utf-8' };
      response.writeHead(200, { ...type, ...headersOf(policies, pay) }).end(html);
    } else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const { port, close } = await listen(server);
  return {
    completions,
    close,
    url(site, path = '/shop', ...policies) {
      const url = new URL(path, `http://${site}.localhost:${String(port)}`);
      if (policies.length > 0) url.searchParams.set('policies', policies.join(' '));
      return url.href;
    },
  };
}
