import type { z } from 'zod';
import { checkoutSessionSchema, type CheckoutSession } from '../../../schemas/checkoutSession.ts';
import { clockSchema } from '../../../schemas/clock.ts';
import { paymentSchema } from '../../../schemas/payment.ts';
import { problemSchema } from '../../../schemas/problem.ts';
import { publicSessionSchema, type PublicSession } from '../../../schemas/publicSession.ts';

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

/** Words of the validator, and of the language, that nobody who calls an API knows. */
const foreignWords =
  /\b(invalid (input|option|key|type|email|string)|expected \w+|received|unrecognized|undefined|NaN|ZodError|regex)\b|too (small|big):/i;

/** What is wrong with the words of a refusal: it names the place, and is in words of this server's. */
function wordFaults({ detail, errors = [] }: z.infer<typeof problemSchema>): string[] {
  const [first] = errors;
  const place = first?.loc.slice(1).join('.') ?? '';
  const begins = first?.loc[0] === 'query' ? String(first.loc[1]) : place;
  return [
    ...[detail, ...errors.map(({ msg }) => msg)].filter((text) => foreignWords.test(text)),
    ...errors.map(({ msg }) => msg).filter((msg) => !/^[A-Z].*[^.]$/.test(msg)),
    ...(begins === '' || detail.startsWith(`${begins}: `) ? [] : [`${begins} is not in ${detail}`]),
  ];
}

/** Reads a problem document and checks what all of them have in common. */
export function asProblem(reply: Reply): z.infer<typeof problemSchema> {
  const problem = parse(problemSchema, reply);
  const type = reply.headers.get('content-type');
  if (type !== 'application/problem+json' || problem.status !== reply.status) {
    throw new Error(`Not a problem document: ${String(reply.status)} ${String(type)}`);
  }
  if (reply.headers.get('x-request-id') !== problem.request_id) throw new Error('Two request ids');
  const faults = wordFaults(problem);
  if (faults.length > 0) throw new Error(`Not our words: ${faults.join('; ')}`);
  return problem;
}
