import type { Answer, Received } from '../harness/createReceiver.ts';
import { envelopeSchema } from '../harness/envelopeSchema.ts';

interface Receiver {
  readonly received: Received[];
  readonly answers: readonly Answer[];
}

const receivers = new Map<string, Receiver>();

/** A merchant's webhook route where nothing can listen: `deliverHere` brings what is sent to it. */
export function createReceiver(...answers: readonly Answer[]) {
  const received: Received[] = [];
  const url = `http://localhost:${String(receivers.size + 1)}/webhooks`;
  receivers.set(url, { received, answers });
  return Promise.resolve({
    url,
    received,
    types: () => received.map(({ event }) => event.type),
  });
}

/** Takes the place of the network for whoever sends webhooks. */
export async function deliverHere(request: Request): Promise<Response> {
  const receiver = receivers.get(request.url);
  if (!receiver) throw new TypeError('Nothing listens there.');
  const { received, answers } = receiver;
  const body = await request.text();
  const headers = Object.fromEntries(request.headers);
  received.push({ headers, body, event: envelopeSchema.parse(JSON.parse(body)) });
  const answer = answers[Math.min(received.length, answers.length) - 1] ?? 200;
  if (answer === 'cut') throw new TypeError('The connection was cut.');
  const isRedirect = answer >= 300 && answer < 400;
  return new Response(null, {
    status: answer,
    headers: isRedirect ? { location: request.url } : {},
  });
}

/** Nothing to close here. */
export const closeReceivers = (): undefined => undefined;
