import { findPrototypeKey } from '../../domain/requests/findPrototypeKey.ts';
import { findRepeatedName } from '../../domain/requests/findRepeatedName.ts';
import { Problem, repeatedField, unknownField } from '../../domain/requests/Problem.ts';
import { brokenJson } from './brokenJson.ts';
import { findRequestBytes } from './requestBytes.ts';

export const bodyLimit = 256 * 1024;

export function bodyTooLarge(): Problem {
  return new Problem(413, 'body_too_large', 'The body is larger than 256 kB. Send less.');
}

function checkEncoding(request: Request): void {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return;
  throw new Problem(
    415,
    'unsupported_media_type',
    'The body is encoded. Send it as it is, without Content-Encoding.',
    { headers: { 'accept-encoding': 'identity' } },
  );
}

/** The bytes of a request's body. */
export async function readBody(request: Request): Promise<Uint8Array> {
  checkEncoding(request);
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw bodyTooLarge();
  const bytes = findRequestBytes(request) ?? new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > bodyLimit) throw bodyTooLarge();
  return bytes;
}

/** Refuses a member that no schema would see. Most bodies are not looked through for it. */
function refusePrototypeKey(text: string, value: unknown): void {
  if (!text.includes('__proto__') && !text.includes(String.raw`\u`)) return;
  const place = findPrototypeKey(value);
  if (place) throw Problem.invalid([unknownField(['body', ...place])]);
}

/** Refuses a member that is given twice: which one was meant, nobody knows. */
function refuseRepeatedName(text: string): void {
  const place = findRepeatedName(text);
  if (place) throw Problem.invalid([repeatedField(['body', ...place])]);
}

/** Bytes that are no UTF-8 are no JSON. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The value that a JSON body holds. An empty body is an empty object where the operation asks for nothing. */
export async function parseJson(
  request: Request,
  bytes: Uint8Array,
  optional: boolean,
): Promise<unknown> {
  if (bytes.byteLength === 0) {
    if (optional) return {};
    throw new Problem(400, 'invalid_json', 'The body is empty. Send a JSON object.');
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem(
      415,
      'unsupported_media_type',
      'The body must be JSON. Send it with Content-Type: application/json.',
    );
  }
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    // The parser's own words quote the body.
    throw await brokenJson(text);
  }
  refuseRepeatedName(text ?? '');
  refusePrototypeKey(text ?? '', value);
  return value;
}
