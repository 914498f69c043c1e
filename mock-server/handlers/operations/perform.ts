import { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Account } from '../../store/createAccount.ts';
import type { KeptAnswer } from '../../store/createIdempotencyKeys.ts';
import { problemMembers, problemType } from '../responses/problemResponse.ts';
import { parseJson, readBody } from '../requests/readBody.ts';
import type { OperationDocument } from '../Route.ts';
import { textResponse } from '../responses/textResponse.ts';
import { validateBody, validateQuery } from '../requests/validate.ts';

/** What an operation decided. A `Problem` returned stands with its changes; one that is thrown undoes them. */
export type Answer = { readonly status: number; readonly body?: unknown } | Problem;

export interface Operation<B, Q> {
  readonly body?: z.ZodType<B>;
  readonly query?: z.ZodType<Q>;
}

/** An operation that also says what it is for and what it answers. */
export interface Documented<B, Q>
  extends Operation<B, Q>, Pick<OperationDocument, 'summary' | 'answer' | 'refusals'> {}

/** How an operation stands in `/openapi.json`. */
export function documentOf<B, Q>(
  { summary, body, query, answer, refusals }: Documented<B, Q>,
  access: OperationDocument['access'],
): () => OperationDocument {
  return () => ({ summary, body, query, answer, refusals, access });
}

interface Performance<B, Q> extends Operation<B, Q> {
  readonly request: Request;
  readonly requestId: string;
  readonly account: Account;
  /** Whom an idempotency key belongs to, besides its account: a session, when a session's token was given. */
  readonly scope: string;
  /** What has to come first, once the request is known to be right, and takes its time. */
  readonly prepare?: ((input: { body: B; query: Q }) => Promise<void>) | undefined;
  readonly decide: (input: { body: B; query: Q; now: number }) => Answer;
}

const nothing = z.strictObject({});

function idempotencyKey(request: Request): string | undefined {
  if (request.method !== 'POST') return undefined;
  const key = request.headers.get('idempotency-key');
  if (key === null || (key.length > 0 && key.length <= 255)) return key ?? undefined;
  throw new Problem(
    400,
    'invalid_idempotency_key',
    'Idempotency-Key must have 1 to 255 characters.',
  );
}

function write(answer: Answer, requestId: string): KeptAnswer {
  const problem = answer instanceof Problem;
  const body = problem ? { ...problemMembers(answer), request_id: requestId } : answer.body;
  return {
    status: answer.status,
    text: body === undefined ? '' : JSON.stringify(body),
    contentType: problem ? problemType : 'application/json',
  };
}

function toResponse(answer: KeptAnswer, requestId: string, replayed = false): Response {
  const { status, text, contentType } = answer;
  const headers = {
    ...(status !== 204 && { 'content-type': contentType }),
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...(replayed && { 'idempotent-replayed': 'true' }),
  };
  return status === 204
    ? new Response(null, { status, headers })
    : textResponse(text, { status, headers });
}

/** Reads, checks and decides, and keeps the answer under the idempotency key in the same transaction as the change. */
async function run<B, Q>(input: Performance<B, Q>, key: string | undefined): Promise<Response> {
  const { request, requestId, account, decide } = input;
  const query = validateQuery(
    input.query ?? (nothing as unknown as z.ZodType<Q>),
    new URL(request.url).searchParams,
  );
  const hasBody = request.method === 'POST' || request.method === 'PATCH';
  const bytes = hasBody ? await readBody(request) : new Uint8Array();
  const { idempotency } = account;
  const now = account.clock.now();
  const kept = key === undefined ? undefined : idempotency.recall(key, bytes, now);
  if (kept === 'other_body') {
    const detail =
      'This Idempotency-Key came with another body before. Make a new key for a new request.';
    throw new Problem(422, 'idempotency_key_reused', detail);
  }
  if (kept) return toResponse(kept, requestId, true);
  // Nothing at all stands for nothing special, where an operation can do with that.
  const optional = bytes.byteLength === 0 && (input.body?.safeParse({}).success ?? true);
  const value = hasBody ? await parseJson(request, bytes, optional) : {};
  const body = validateBody(input.body ?? (nothing as unknown as z.ZodType<B>), value);
  await input.prepare?.({ body, query });
  const work = (at: number): KeptAnswer => {
    const written = write(decide({ body, query, now: at }), requestId);
    if (key !== undefined) idempotency.keep(key, bytes, written, at);
    return written;
  };
  try {
    return toResponse(account.decide(work), requestId);
  } catch (error) {
    if (key !== undefined) idempotency.drop(key);
    throw error;
  }
}

export async function perform<B, Q>(input: Performance<B, Q>): Promise<Response> {
  const { request, account, scope } = input;
  const given = idempotencyKey(request);
  if (given === undefined) return run(input, undefined);
  const key = [scope, request.method, new URL(request.url).pathname, given].join('\n');
  if (!account.idempotency.begin(key)) {
    throw new Problem(
      409,
      'idempotency_in_progress',
      'The first request with this Idempotency-Key is still running. Send it again in a second.',
      { headers: { 'retry-after': '1' } },
    );
  }
  try {
    return await run(input, key);
  } finally {
    account.idempotency.end(key);
  }
}
