import { once } from 'node:events';
import type { Server } from 'node:http';
import type { HttpHandler } from 'msw/http';
import { isLoopbackHost } from '../../domain/addresses/isLoopbackHost.ts';
import type { ServerContext } from '../../handlers/ServerContext.ts';
import { createHttpServer } from './createHttpServer.ts';
import type { GuardOptions } from './guardRequest.ts';
import { isOwnReading } from './isOwnReading.ts';
import { requestLine } from './requestLine.ts';

export interface HttpListener {
  readonly origin: string;
  close(): Promise<void>;
}

interface ListenOptions {
  readonly port?: number;
  readonly host?: string;
  readonly quiet: boolean;
  readonly handlers: readonly HttpHandler[];
  readonly context: Pick<ServerContext, 'newRequestId' | 'reportError'>;
  readonly guard: GuardOptions;
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The system's reason in words that say what to change. */
function listenError(error: unknown, host: string, port: number): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `${inUrl(host)}:${String(port)}`;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'the port is taken. Choose another one with --port or PAYMENTKIT_PORT',
    EACCES: 'the port needs more rights. Choose one above 1023 with --port or PAYMENTKIT_PORT',
    EADDRNOTAVAIL: 'this machine does not have that address. Choose another --host',
    ENOTFOUND: 'there is no such host. Choose another --host',
    ERR_SOCKET_BAD_PORT: 'a port is a number from 0 to 65535',
  };
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  return new Error(`Failed to listen on ${where}: ${reason ?? String(error)}.`, { cause: error });
}

async function start(server: Server, host: string, port: number): Promise<number> {
  try {
    // By name: text in the place of a port is taken for the path of a socket.
    server.listen({ port, host });
    await once(server, 'listening');
  } catch (error) {
    throw listenError(error, host, port);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Starts to answer over HTTP. Beyond loopback only with a control token: whoever reaches the port can use the mock. */
export async function listenHttp(options: ListenOptions): Promise<HttpListener> {
  const { port = 0, host = '127.0.0.1', guard, quiet, handlers, context } = options;
  if (!isLoopbackHost(inUrl(host)) && !guard.controlToken) {
    throw new Error(
      `Failed to listen on ${host}: other machines can reach it. Give a control token (--control-token) that /_mock asks for, or stay on 127.0.0.1.`,
    );
  }
  const coloured = process.stdout.isTTY && !process.env['NO_COLOR'];
  const server = createHttpServer({
    handlers,
    context,
    guard: { ...guard, allowHosts: [...guard.allowHosts, inUrl(host)] },
    log: quiet
      ? undefined
      : (request) => {
          if (!isOwnReading(request)) process.stdout.write(`${requestLine(request, coloured)}\n`);
        },
  });
  const taken = await start(server, host, port);
  return {
    origin: `http://${inUrl(host)}:${String(taken)}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
