import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { HttpHandler } from 'msw/http';
import { redactText } from '../../domain/requests/redactText.ts';
import { paymentKitOrigins } from '../../handlers/createHandlers.ts';
import { findDirectAnswer } from '../../handlers/responses/directAnswers.ts';
import { problemResponse } from '../../handlers/responses/problemResponse.ts';
import { publicOriginHeader } from '../../handlers/requests/publicOrigin.ts';
import { keepRequestBytes } from '../../handlers/requests/requestBytes.ts';
import type { ServerContext } from '../../handlers/ServerContext.ts';
import { answerBroken } from './answerBroken.ts';
import type { AnsweredRequest } from './AnsweredRequest.ts';
import { createCompressor } from './createCompressor.ts';
import { createRouteIndex, type Found, type RouteIndex } from '../createRouteIndex.ts';
import { guardRequest, type GuardOptions } from './guardRequest.ts';
import { readLimited } from './readLimited.ts';
import { writeResponse } from './writeResponse.ts';

interface HttpServerOptions {
  readonly handlers: readonly HttpHandler[];
  readonly context: Pick<ServerContext, 'newRequestId' | 'reportError'>;
  readonly guard: GuardOptions;
  readonly log: ((request: AnsweredRequest) => void) | undefined;
}

/** Headers that concern the connection, not the request; and the one only this adapter may set. */
const ownHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  publicOriginHeader,
]);

function headersOf(incoming: IncomingMessage, publicOrigin: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (ownHeaders.has(name) || value === undefined) continue;
    headers.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  headers.set(publicOriginHeader, publicOrigin);
  return headers;
}

/**
 * How long a connection stays open without a request. After Node's five seconds a client on a busy machine would still
 * send, and find the connection closed under it.
 */
const idleTime = 65_000;

interface Target {
  readonly url: URL;
  readonly host: string | undefined;
}

/** Where a request goes, and the host it names: in the request line, when it was made as if to a proxy. */
function targetOf(incoming: IncomingMessage, origin: string): Target {
  const { url: target = '/' } = incoming;
  // Who names two of them names none: another program on the way may have believed the other one.
  const [host, ...others] = incoming.headersDistinct['host'] ?? [];
  if (others.length > 0) return { url: new URL(origin), host: undefined };
  if (target.startsWith('/')) return { url: new URL(origin + target), host };
  if (!URL.canParse(target)) return { url: new URL(origin), host };
  const { host: named, pathname, search } = new URL(target);
  return { url: new URL(origin + pathname + search), host: named };
}

/** Methods that `fetch` takes from nobody. No operation has them, which they are to be told like any other. */
const forbidden = new Set(['TRACE', 'TRACK', 'CONNECT']);

function requestTo(url: URL, method: string, init: RequestInit): Request {
  if (!forbidden.has(method)) return new Request(url, { ...init, method });
  return Object.defineProperty(new Request(url, { ...init, method: 'PUT' }), 'method', {
    value: method,
  });
}

/** Lets the handler of a request run, once the guard has let it pass. */
async function respond(
  { context, guard }: HttpServerOptions,
  findHandler: RouteIndex,
  incoming: IncomingMessage,
  { url, host }: Target,
): Promise<Response> {
  const { method = 'GET', headers } = incoming;
  const { pathname } = url;
  const publicOrigin = guardRequest({ pathname, host, headers }, guard);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const bytes = hasBody ? await readLimited(incoming) : new Uint8Array();
  const init = { headers: headersOf(incoming, publicOrigin) };
  const found = findHandler(method, pathname);
  const response = found && (await answerWith(found, { url, method, init, bytes }, context));
  if (!response) throw new Error('No handler answered.');
  return response;
}

interface Received {
  readonly url: URL;
  readonly method: string;
  readonly init: RequestInit;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Handlers of the mock answer by themselves, any others as MSW runs them. */
async function answerWith(
  { handler, params }: Found,
  { url, method, init, bytes }: Received,
  context: HttpServerOptions['context'],
): Promise<Response | undefined> {
  const answer = findDirectAnswer(handler);
  if (answer) return answer(keepRequestBytes(requestTo(url, method, init), bytes), params);
  const request = requestTo(url, method, { ...init, ...(bytes.length > 0 && { body: bytes }) });
  const result = await handler.run({ request, requestId: context.newRequestId() });
  return result?.response;
}

async function problemOf(response: Response): Promise<string | undefined> {
  if (response.headers.get('content-type') !== 'application/problem+json') return undefined;
  const { code, detail } = (await response.clone().json()) as Record<string, unknown>;
  return redactText(`${String(code)}: ${String(detail)}`);
}

/** MSW handlers over HTTP: finds the handler by method and path, and lets it run. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { handlers, context, log } = options;
  const [origin = ''] = paymentKitOrigins;
  const findHandler = createRouteIndex(handlers, origin);
  const compress = createCompressor();

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const started = performance.now();
    const target = targetOf(incoming, origin);
    let response: Response;
    try {
      response = await respond(options, findHandler, incoming, target);
    } catch (error) {
      // The client has gone before it had asked.
      if (incoming.destroyed && !incoming.complete) return;
      response = problemResponse(context, error, context.newRequestId());
      // The rest of a body that was not read cannot be told from the next request.
      if (!incoming.complete) outgoing.shouldKeepAlive = false;
    }
    const { pathname } = target.url;
    const { method = 'GET' } = incoming;
    const acceptEncoding = incoming.headers['accept-encoding'] ?? '';
    const problem = log && (await problemOf(response));
    await writeResponse(response, outgoing, { method, path: pathname, acceptEncoding }, compress);
    const milliseconds = performance.now() - started;
    log?.({ method, pathname, status: response.status, milliseconds, problem });
  }

  // Who names no host is told so by the guard, in the words that everybody is told.
  const own = { requireHostHeader: false, keepAliveTimeout: idleTime };
  const server = createServer(own, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      context.reportError(error);
      outgoing.destroy();
    });
  });
  answerBroken(server, { context, log });
  return server;
}
