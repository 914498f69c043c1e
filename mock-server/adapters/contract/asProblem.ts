import type { z } from 'zod';
import { checkoutSessionSchema, type CheckoutSession } from '../../schemas/checkoutSession.ts';
import { clockSchema } from '../../schemas/clock.ts';
import { paymentSchema } from '../../schemas/payment.ts';
import { problemSchema } from '../../schemas/problem.ts';
import { publicSessionSchema, type PublicSession } from '../../schemas/publicSession.ts';

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const parse = <T>(schema: z.ZodType<T>, reply: Reply): T =>
  schema.parse(JSON.parse(reply.text));
export const asSession = (reply: Reply): CheckoutSession => parse(checkoutSessionSchema, reply);
export const asPublic = (reply: Reply): PublicSession => parse(publicSessionSchema, reply);
export const asPayment = (reply: Reply) => parse(paymentSchema, reply);
export const asClock = (reply: Reply) => parse(clockSchema, reply);

/** Reads a problem document and checks what all of them have in common. */
export function asProblem(reply: Reply): z.infer<typeof problemSchema> {
  const problem = parse(problemSchema, reply);
  const type = reply.headers.get('content-type');
  if (type !== 'application/problem+json' || problem.status !== reply.status) {
    throw new Error(`Not a problem document: ${String(reply.status)} ${String(type)}`);
  }
  if (reply.headers.get('x-request-id') !== problem.request_id) throw new Error('Two request ids');
  return problem;
}
