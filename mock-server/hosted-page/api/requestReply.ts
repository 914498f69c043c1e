import type { Reply } from './Reply.ts';

const noAnswer: Reply = { status: 0, code: 'network', body: {}, retryAfter: undefined };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads an answer of the API. Never rejects: a body that is no JSON is an answer without a body. */
export const readReply = async (response: Response): Promise<Reply> => {
  let json: unknown;
  try {
    json = JSON.parse(await response.text());
  } catch {
    // A body cut off in the middle of a success is a lost connection: what it said is not known.
    if (response.ok) return noAnswer;
  }
  const body = isObject(json) ? json : {};
  const seconds = Number(response.headers.get('retry-after'));
  return {
    status: response.status,
    code: response.ok ? '' : typeof body.code === 'string' ? body.code : 'api_error',
    body,
    retryAfter: seconds > 0 ? seconds * 1000 : undefined,
  };
};

/** Sends a request and reads the answer. Never rejects. */
export const requestReply = async (send: () => Promise<Response>): Promise<Reply> => {
  try {
    return await readReply(await send());
  } catch {
    return noAnswer;
  }
};
