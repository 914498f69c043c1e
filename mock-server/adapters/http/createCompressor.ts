import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

export interface Compressed {
  readonly encoding: 'br' | 'gzip';
  readonly body: Buffer;
}

export type Compressor = (
  response: Response,
  body: Buffer,
  request: { readonly path: string; readonly acceptEncoding: string },
) => Promise<Compressed | undefined>;

const smallest = 1024;

/** What somebody takes with a weight of nothing is what they do not take. */
const refused = /;\s*q=0(\.0*)?\s*$/;

/** Compresses documents and files of the hosted page. A file that never changes is compressed once, as well as it can be. */
export function createCompressor(): Compressor {
  const known = new Map<string, Promise<Compressed>>();

  async function compress(encoding: 'br' | 'gzip', body: Buffer, well: boolean) {
    if (encoding === 'gzip') {
      return { encoding, body: await promisify(gzip)(body, { level: well ? 9 : 5 }) };
    }
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: well ? 11 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    return { encoding, body: await promisify(brotliCompress)(body, { params }) };
  }

  return async (response, body, { path, acceptEncoding }) => {
    const type = response.headers.get('content-type') ?? '';
    const immutable = (response.headers.get('cache-control') ?? '').includes('immutable');
    if (body.length < smallest || !(immutable || type.startsWith('text/html'))) return undefined;
    const taken = acceptEncoding.split(',').filter((part) => !refused.test(part));
    const encodings = taken.map((part) => part.trim().split(';')[0]);
    const encoding = (['br', 'gzip'] as const).find((name) => encodings.includes(name));
    if (!encoding) return undefined;
    if (!immutable) return compress(encoding, body, false);
    const key = `${encoding} ${path}`;
    const compressed = known.get(key) ?? compress(encoding, body, true);
    known.set(key, compressed);
    return compressed;
  };
}
