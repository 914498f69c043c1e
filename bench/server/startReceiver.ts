import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../../e2e/harness/servers/listen.ts';

/** What became of one event at the receiver. */
export interface Receipt {
  readonly type: string;
  readonly objectId: string;
  accepted: number;
  refused: number;
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A merchant's endpoint that fails the first time it hears of every fiftieth event. */
export async function startReceiver() {
  const receipts = new Map<string, Receipt>();
  const server = await listen(
    createServer((request, response) => {
      void read(request).then((text) => {
        const event = JSON.parse(text) as {
          id: string;
          type: string;
          data: { object: { id: string } };
        };
        const receipt = receipts.get(event.id) ?? {
          ...{ type: event.type, objectId: event.data.object.id, accepted: 0, refused: 0 },
        };
        const isNew = !receipts.has(event.id);
        receipts.set(event.id, receipt);
        const refuse = isNew && receipts.size % 50 === 0;
        if (refuse) receipt.refused += 1;
        else receipt.accepted += 1;
        response.writeHead(refuse ? 500 : 204).end();
      });
    }),
  );
  return { ...server, receipts, url: `http://127.0.0.1:${server.port}/webhooks` };
}
