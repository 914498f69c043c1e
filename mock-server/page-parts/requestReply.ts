/** What came back from the server, or that nothing did. */
export interface Reply {
  /** The HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** Empty on success, else the problem's code; `network` when there was no answer. */
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;
}

const noAnswer: Reply = { status: 0, code: 'network', body: {}, retryAfter: undefined };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const readReply = async (response: Response): Promise<Reply> => {
  // A body cut off rejects here, and is no answer, whatever its status: what it said is not known.
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // 204 is an answer that has no body.
    if (response.ok && response.status !== 204) return noAnswer;
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
