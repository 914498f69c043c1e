import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Problem } from '../../domain/requests/Problem.ts';
import { problemResponse } from '../../handlers/responses/problemResponse.ts';
import type { ServerContext } from '../../handlers/ServerContext.ts';
import type { AnsweredRequest } from './AnsweredRequest.ts';
import { guardedHeaders } from './guardedHeaders.ts';
import { parserProblem, type ParserError } from './parserProblem.ts';

interface BrokenOptions {
  readonly context: Pick<ServerContext, 'newRequestId' | 'reportError'>;
  readonly log: ((request: AnsweredRequest) => void) | undefined;
}

/** What is being answered on a connection. */
interface Running {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** A whole answer as it travels: Node has no response for a request that it could not read. */
async function serialize(response: Response): Promise<string> {
  const text = await response.text();
  const headers = new Headers({ ...guardedHeaders, ...Object.fromEntries(response.headers) });
  headers.set('connection', 'close');
  headers.set('content-length', String(Buffer.byteLength(text)));
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${String(response.status)} Refused\r\n${lines}\r\n${text}`;
}

/** What Node itself refuses has an empty body: here it is a problem document, like everything else that is refused. */
export function answerBroken(server: Server, { context, log }: BrokenOptions): void {
  const running = new WeakMap<Duplex, Running>();
  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    running.set(incoming.socket, { incoming, outgoing });
  });

  async function refuse(socket: Duplex, problem: Problem): Promise<void> {
    const bytes = await serialize(problemResponse(context, problem, context.newRequestId()));
    const { status, code, message } = problem;
    log?.({ method: '-', pathname: '-', status, milliseconds: 0, problem: `${code}: ${message}` });
    socket.end(bytes, () => socket.destroy());
  }

  function refuseInTurn(socket: Duplex, problem: Problem): void {
    const { incoming, outgoing } = running.get(socket) ?? {};
    const isFree = outgoing?.writableFinished ?? true;
    if (!socket.writable) socket.destroy();
    else if (isFree || (!outgoing?.headersSent && !incoming?.complete))
      void refuse(socket, problem);
    // A request before it was whole, and its answer is due first.
    else if (!outgoing?.headersSent) outgoing?.on('finish', () => void refuse(socket, problem));
    // Half an answer is on its way: another one would be read as a part of it.
    else socket.destroy();
  }

  server.on('clientError', (error: ParserError, socket: Socket) => {
    // A browser connects in advance, and asks for nothing in the end.
    if (error.code === 'ECONNRESET' || socket.bytesRead === 0) socket.destroy();
    else refuseInTurn(socket, parserProblem(error));
  });
  server.on('connect', (_incoming: IncomingMessage, socket: Duplex) => {
    const detail = 'This server is no proxy. Ask it for a path of its own.';
    refuseInTurn(socket, new Problem(501, 'not_a_proxy', detail));
  });
  server.on('checkExpectation', ({ socket }: IncomingMessage) => {
    const detail = 'Nothing can be expected but 100-continue. Leave Expect out.';
    refuseInTurn(socket, new Problem(417, 'expectation_failed', detail));
  });
}
