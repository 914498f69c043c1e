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

/** Whether the server has decided: a lost connection and a server in trouble say nothing about a payment. */
export const isDecided = (reply: Reply): boolean =>
  reply.status > 0 &&
  reply.status < 500 &&
  reply.status !== 429 &&
  reply.code !== 'idempotency_in_progress';
