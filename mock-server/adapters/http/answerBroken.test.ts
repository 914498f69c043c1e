import { once } from 'node:events';
import { connect } from 'node:net';
import { HttpResponse, http } from 'msw/http';
import { afterEach, expect, test, vi } from 'vitest';
import { problemSchema } from '../../schemas/problem.ts';
import type { AnsweredRequest } from './AnsweredRequest.ts';
import { createHttpServer } from './createHttpServer.ts';

const opened: ReturnType<typeof createHttpServer>[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** The adapter over one handler, and what comes back for bytes that are sent as they are. */
async function serve(answer: () => Response | Promise<Response> = () => new HttpResponse('ok')) {
  const lines: AnsweredRequest[] = [];
  const reportError = vi.fn();
  const server = createHttpServer({
    handlers: [http.all('https://api.paymentkit.com/x', answer)],
    context: { newRequestId: () => 'req_dev_0123456789abcdef', reportError },
    guard: { allowHosts: [], controlToken: undefined },
    log: (line) => lines.push(line),
  });
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    server,
    lines,
    reportError,
    /** `then` follows once something has come back. */
    async raw(bytes: string | Uint8Array, then = ''): Promise<string> {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.once('data', () => socket.write(then));
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.write(bytes);
      await once(socket, 'close');
      return text;
    },
  };
}

const head = (line: string, ...headers: string[]) =>
  `${[line, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`;

/** The one answer in what came back, which is whole and ends the connection. */
function problemIn(text: string) {
  const [, status, headers = '', body = ''] =
    /^HTTP\/1\.1 (\d+) .*?\r\n([^]*?)\r\n\r\n([^]*)$/.exec(text) ?? ['', '', '', ''];
  expect(headers).toContain('content-type: application/problem+json');
  expect(headers).toContain('connection: close');
  expect(headers).toContain('x-request-id: req_dev_0123456789abcdef');
  expect(headers).toContain(`content-length: ${String(Buffer.byteLength(body))}`);
  const problem = problemSchema.parse(JSON.parse(body));
  expect(String(problem.status)).toBe(status);
  return [problem.status, problem.code];
}

const chunked = head('POST /x HTTP/1.1', 'Transfer-Encoding: chunked');

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'malformed_request'],
  ['a method that there is not', head('BREW /x HTTP/1.1'), 400, 'malformed_request'],
  ['a space in the path', head('GET /x y HTTP/1.1'), 400, 'malformed_request'],
  ['a version that there is not', head('GET /x HTTP/9.9'), 400, 'malformed_request'],
  ['a header without a name', head('GET /x HTTP/1.1', ': a'), 400, 'malformed_request'],
  ['NUL in a header', head('GET /x HTTP/1.1', 'A: a\0b'), 400, 'malformed_request'],
  [
    'two lengths',
    head('GET /x HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'),
    400,
    'malformed_request',
  ],
  ['a length below zero', head('POST /x HTTP/1.1', 'Content-Length: -1'), 400, 'malformed_request'],
  ['a chunk without a length', `${chunked}zz\r\n`, 400, 'malformed_request'],
  [
    'headers of 20 kB',
    head('GET /x HTTP/1.1', `A: ${'a'.repeat(20_000)}`),
    431,
    'headers_too_large',
  ],
  ['a path of 20 kB', head(`GET /${'a'.repeat(20_000)} HTTP/1.1`), 431, 'headers_too_large'],
  [
    'a chunk with 20 kB of extensions',
    `${chunked}1;${'a'.repeat(20_000)}\r\nx\r\n`,
    413,
    'body_too_large',
  ],
  ['an expectation', head('GET /x HTTP/1.1', 'Expect: a miracle'), 417, 'expectation_failed'],
  ['a proxy', head('CONNECT evil.example:443 HTTP/1.1'), 501, 'not_a_proxy'],
])('%s is a problem document like any other, and is logged', async (_, bytes, status, code) => {
  const { raw, lines, reportError } = await serve();
  expect(problemIn(await raw(bytes))).toEqual([status, code]);
  expect(lines).toMatchObject([{ status, problem: expect.stringContaining(code) as string }]);
  expect(reportError).not.toHaveBeenCalled();
});

test('who speaks TLS is told of http', async () => {
  const { raw, lines } = await serve();
  await raw(Uint8Array.from([0x16, 0x03, 0x01, 0x00, 0xee, 0x01]));
  expect(lines[0]?.problem).toContain('Write http:// in its address');
});

test('a request that does not come to its end is a 408', async () => {
  const { server, raw } = await serve();
  server.on('connection', (socket) => {
    // What Node does when the time for a request is up.
    const timeout = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    socket.once('data', () => server.emit('clientError', timeout, socket));
  });
  expect(problemIn(await raw('GET /x HT'))).toEqual([408, 'request_timeout']);
});

test('a connection over which nothing was asked is closed without a word', async () => {
  const { server, raw, lines } = await serve();
  server.on('connection', (socket) => {
    const timeout = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', timeout, socket);
  });
  expect([await raw(''), lines]).toEqual(['', []]);
});

test('a request that is whole is answered before the one behind it is refused', async () => {
  let answer: (response: Response) => void = () => undefined;
  const { raw, lines } = await serve(() => new Promise<Response>((resolve) => (answer = resolve)));
  const text = raw(`${head('GET /x HTTP/1.1')}hello\r\n\r\n`);
  await vi.waitFor(
    () => {
      answer(new HttpResponse('first'));
      expect(lines).toHaveLength(2);
    },
    { timeout: 30_000 },
  );
  expect((await text).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
});

test('nothing is put into the middle of an answer', async () => {
  const stream = () =>
    new ReadableStream({
      start: (to) => {
        to.enqueue(Buffer.from('a'));
      },
    });
  const { raw } = await serve(
    () => new HttpResponse(stream(), { headers: { 'content-type': 'text/event-stream' } }),
  );
  const text = await raw(head('GET /x HTTP/1.1'), 'hello\r\n\r\n');
  expect(text).toContain('200 OK');
  expect(text).not.toContain('400');
});
