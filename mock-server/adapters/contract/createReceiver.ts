import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { z } from 'zod';

const envelopeSchema = z.strictObject({
  id: z.string().regex(/^evt_dev_[a-z0-9]{16}$/),
  object: z.literal('event'),
  type: z.string(),
  created: z.int(),
  livemode: z.literal(false),
  data: z.strictObject({
    object: z.looseObject({ id: z.string() }),
    previous_attributes: z.looseObject({}).optional(),
  }),
});

/** A webhook as it arrived. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly event: z.infer<typeof envelopeSchema>;
}

/** What a receiver answers to the first, second … webhook; the last one to all that follow. A number is a status. */
export type Answer = number | ((response: ServerResponse) => void);

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
      if (typeof answer === 'number') response.writeHead(answer).end();
      else answer(response);
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
