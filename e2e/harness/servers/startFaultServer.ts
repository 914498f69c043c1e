import { randomBytes } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** What goes wrong with the answer; `none` passes everything on to the real server. */
export type Fault =
  | 'none'
  | 'reset'
  | 'hang'
  | 'status-500'
  | 'status-204'
  | 'frame-options'
  | 'frame-ancestors'
  | 'attachment'
  | 'redirect'
  | 'cut-refusal';

type Reach = 'document' | 'payments' | 'everything';

export interface FaultServer {
  /**
   * A new origin in front of the real server. The fault strikes the framed document alone, or the payments, or with
   * `everything` each request.
   */
  origin(fault: Fault, reach?: Reach): string;
  /** Changes what goes wrong at an origin that is in use. */
  change(origin: string, fault: Fault): void;
  close(): Promise<void>;
}

function pass(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function fail(fault: Exclude<Fault, 'none'>, response: ServerResponse): void {
  const html = { 'content-type': 'text/html' };
  const document = '<!doctype html><title>Not a checkout</title>';
  const answers: Readonly<Record<Exclude<Fault, 'none'>, () => unknown>> = {
    reset: () => response.destroy(),
    hang: () => undefined,
    'status-500': () => response.writeHead(500, html).end(document),
    'status-204': () => response.writeHead(204).end(),
    'frame-options': () =>
      response.writeHead(200, { ...html, 'x-frame-options': 'DENY' }).end(document),
    'frame-ancestors': () =>
      response
        .writeHead(200, { ...html, 'content-security-policy': "frame-ancestors 'none'" })
        .end(document),
    attachment: () =>
      response.writeHead(200, { ...html, 'content-disposition': 'attachment' }).end(document),
    redirect: () =>
      response
        .writeHead(302, {
          location: `http://elsewhere.localhost:${String(response.req.socket.localPort)}/`,
        })
        .end(),
    // A 409 of which the connection leaves but the first bytes.
    'cut-refusal': () => {
      response.writeHead(409, { 'content-type': 'application/problem+json', 'content-length': 99 });
      response.write('{"code":', () => response.destroy());
    },
  };
  answers[fault]();
}

const isStruck = (reach: Reach, path: string): boolean =>
  reach === 'everything' ||
  (reach === 'payments' ? path.endsWith('/session/payments') : path.startsWith('/embed/'));

/** Stands in front of the server on `payPort` and breaks its answers, one way for each `*.localhost`. */
export async function startFaultServer(payPort: number): Promise<FaultServer> {
  const faults = new Map<string, { fault: Fault; reach: Reach }>();
  const server = createServer((request, response) => {
    const rule = faults.get(request.headers.host ?? '');
    if (rule === undefined || rule.fault === 'none' || !isStruck(rule.reach, request.url ?? ''))
      pass(request, response, payPort);
    else fail(rule.fault, response);
  });
  const { port, close } = await listen(server);
  return {
    close,
    origin(fault, reach = 'document') {
      const host = `pay-${randomBytes(4).toString('hex')}.localhost:${String(port)}`;
      faults.set(host, { fault, reach });
      return `http://${host}`;
    },
    change(origin, fault) {
      const rule = faults.get(new URL(origin).host);
      if (rule !== undefined) rule.fault = fault;
    },
  };
}
