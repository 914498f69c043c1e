import type { IncomingMessage } from 'node:http';
import { bodyLimit, bodyTooLarge } from '../../handlers/requests/readBody.ts';

/** Reads a body, and stops as soon as it is larger than any operation takes. */
export function readLimited(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(incoming.headers['content-length'] ?? 0) > bodyLimit) {
      reject(bodyTooLarge());
      return;
    }
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > bodyLimit) {
        incoming.removeAllListeners('data');
        reject(bodyTooLarge());
      } else {
        chunks.push(chunk);
      }
    });
    incoming.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    incoming.on('error', reject);
  });
}
