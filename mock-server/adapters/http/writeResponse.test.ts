import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { writeResponse } from './writeResponse.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The response of a request whose sender reads nothing of it until it is told to. */
async function receive() {
  let answer: (response: ServerResponse) => void = () => undefined;
  const received = new Promise<ServerResponse>((resolve) => (answer = resolve));
  const server = createServer((_incoming, response) => {
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  socket.pause().on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  closing.push(() => {
    socket.destroy();
    server.close();
  });
  return { socket, outgoing: await received };
}

/** A stream of a megabyte at a time, a thousand of them in all. */
function createSource() {
  const source = { given: 0, canceled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      source.given += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
      if (source.given === 1000) controller.close();
    },
    cancel() {
      source.canceled = true;
    },
  });
  const response = new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  return { source, response };
}

const asked = { method: 'GET', path: '/', acceptEncoding: '' };
const compress = () => Promise.resolve(undefined);

test('a stream waits for who reads it slowly, and goes on when it reads', async () => {
  const { socket, outgoing } = await receive();
  const { source, response } = createSource();
  const written = writeResponse(response, outgoing, asked, compress);
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
  // Without waiting, all of it would be in memory by now.
  expect(source.given).toBeLessThan(50);
  const before = source.given;
  socket.resume();
  const goesOn = () => {
    expect(source.given).toBeGreaterThan(before + 5);
  };
  await vi.waitFor(goesOn, { timeout: 20_000 });
  socket.destroy();
  await written;
  expect(source.canceled).toBe(true);
});

test('a stream ends when who was waited for has gone', async () => {
  const { socket, outgoing } = await receive();
  const { source, response } = createSource();
  const written = writeResponse(response, outgoing, asked, compress);
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
  socket.destroy();
  await written;
  expect([source.canceled, source.given < 50]).toEqual([true, true]);
});
