import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import type { z } from 'zod';
import { envelopeSchema } from './envelopeSchema.ts';

/** A webhook as it arrived. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly event: z.infer<typeof envelopeSchema>;
}

/**
 * What a receiver answers to the first, second … webhook; the last one to all that follow. A number is a status, a
 * redirect leads to the receiver itself.
 */
export type Answer = number | 'cut';

/** A merchant's webhook route: a real HTTP server, closed after the test. */
export async function createReceiver(...answers: readonly Answer[]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      received.push({ headers, body, event: envelopeSchema.parse(JSON.parse(body)) });
      const answer = answers[Math.min(received.length, answers.length) - 1] ?? 200;
      if (answer === 'cut') response.destroy();
      else if (answer >= 300 && answer < 400) {
        response.writeHead(answer, { location: '/webhooks' }).end();
      } else response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  receivers.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://localhost:${String(port)}/webhooks`,
    received,
    types: () => received.map(({ event }) => event.type),
  };
}

const receivers = new Set<() => void>();

/** Closes the receivers that a test has made. */
export function closeReceivers(): void {
  afterEach(() => {
    for (const close of receivers) close();
    receivers.clear();
  });
}
