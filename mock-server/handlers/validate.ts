import type { z } from 'zod';
import { Problem, unknownField, type FieldError } from '../domain/Problem.ts';

function fieldErrors(error: z.core.$ZodError, root: 'body' | 'query'): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    const loc = [root, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
    if (issue.code !== 'unrecognized_keys') return [{ loc, msg: issue.message, type: issue.code }];
    return issue.keys.map((key) => unknownField([...loc, key]));
  });
}

/** Says one thing of each place: a number that is too big for its field may be too big for any, which comes first. */
function withoutRepeats(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error.loc), error])).values()];
}

export function validateBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw Problem.invalid(withoutRepeats(fieldErrors(result.error, 'body')));
}

/** Reads a query in which each name stands once; `expand` may be repeated and holds lists. */
export function validateQuery<T>(schema: z.ZodType<T>, params: URLSearchParams): T {
  const given: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    if (name === 'expand') given[name] = values.flatMap((value) => value.split(','));
    else if (values.length === 1) given[name] = values[0];
    else errors.push({ loc: ['query', name], msg: 'Give this once', type: 'repeated' });
  }
  const result = schema.safeParse(given);
  if (result.success && errors.length === 0) return result.data;
  if (!result.success) errors.push(...fieldErrors(result.error, 'query'));
  const [first] = errors;
  const detail = `${String(first?.loc.at(-1))}: ${first?.msg ?? ''}.`;
  throw new Problem(400, 'invalid_query', detail, { members: { errors } });
}
