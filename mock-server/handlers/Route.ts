import type { z } from 'zod';

/** What an operation takes and answers: `/openapi.json` is made of these. */
export interface OperationDocument {
  /** One line, unlike any other: "Retrieve a price". The operation's id is made of it. */
  readonly summary: string;
  readonly access: 'secret_key' | 'secure_token' | 'control_token';
  readonly body?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  /** When all goes well. Every other answer is a problem document. */
  readonly answer: Success;
  /** Statuses of refusals besides those that every operation of its kind may answer. */
  readonly refusals?: readonly number[] | undefined;
}

export interface Success {
  readonly status: 200 | 201 | 204;
  /** Made when the document is: most servers are never asked for it. */
  readonly schema?: () => z.ZodType;
  /** @default 'application/json' */
  readonly type?: string;
}

/** One operation of the server: a request in, a response out. It knows no transport. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** With `:name` for a segment that is a parameter. */
  readonly path: string;
  /** Made when it is asked for. Pages and files have none; everything below `/api` and `/_mock` has one. */
  readonly document?: () => OperationDocument;
  /** What it throws becomes a problem document. Every answer carries `requestId` in `X-Request-Id`. */
  readonly respond: Respond;
  /** The same for who may use the control plane, which needs no key. */
  readonly respondWithoutKey?: Respond;
}

type Respond = (
  request: Request,
  params: PathParams,
  requestId: string,
) => Response | Promise<Response>;

export type PathParams = Readonly<Record<string, string>>;
