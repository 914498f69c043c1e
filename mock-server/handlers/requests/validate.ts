import type { z } from 'zod';
import {
  mostErrors,
  Problem,
  repeatedField,
  unknownField,
  type FieldError,
} from '../../domain/requests/Problem.ts';
import { issueMessage, missing } from '../../schemas/issueMessage.ts';

type Given<T> = { readonly value: T } | { readonly errors: FieldError[] };

/** The names that an object may have, for each of those that were found to be none of them. */
type KnownNames = WeakMap<readonly string[], readonly string[]>;

function shapeOf({ inst }: z.core.$ZodRawIssue): readonly string[] {
  const def: object = inst?._zod.def ?? {};
  return 'shape' in def ? Object.keys(def.shape as object) : [];
}

/** What a check of our own found is called what that check says, and otherwise a wrong value. */
function typeOf(issue: z.core.$ZodIssue, isMissing: boolean): string {
  if (isMissing) return 'missing';
  if (issue.code !== 'custom') return issue.code;
  const type: unknown = issue.params?.['type'];
  return typeof type === 'string' ? type : 'invalid_value';
}

function toFieldErrors(issue: z.core.$ZodIssue, root: string, known: KnownNames): FieldError[] {
  const loc = [root, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostErrors)
      .map((key) => unknownField([...loc, key], known.get(issue.keys)));
  }
  const { message } = issue;
  const isMissing = issue.code.startsWith('invalid_') && issue.input === undefined;
  // A schema with words of its own says what is wanted, and not that there was nothing.
  const msg = isMissing && !message.startsWith(missing) ? missing + message : message;
  return [{ loc, msg, type: typeOf(issue, isMissing) }];
}

/** Reads a value, or says what is wrong with it in words that are the server's own. */
function read<T>(schema: z.ZodType<T>, value: unknown, root: 'body' | 'query'): Given<T> {
  const known: KnownNames = new WeakMap();
  const result = schema.safeParse(value, {
    reportInput: true,
    error(issue) {
      if (issue.code === 'unrecognized_keys') known.set(issue.keys, shapeOf(issue));
      return issueMessage(issue);
    },
  });
  if (result.success) return { value: result.data };
  const issues = result.error.issues.slice(0, mostErrors);
  const errors = issues.flatMap((issue) => toFieldErrors(issue, root, known));
  return { errors: errors.slice(0, mostErrors) };
}

/**
 * Says one thing of each place. Of what is of the wrong kind that is said, and not that it is too long, too; a number that
 * is too big for its field may be too big for any, which comes first.
 */
function withoutRepeats(errors: readonly FieldError[]): FieldError[] {
  const told = new Map<string, FieldError>();
  for (const error of errors) {
    const place = JSON.stringify(error.loc);
    if (told.get(place)?.type !== 'invalid_type') told.set(place, error);
  }
  return [...told.values()];
}

export function validateBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const given = read(schema, value, 'body');
  if ('value' in given) return given.value;
  throw Problem.invalid(withoutRepeats(given.errors));
}

/** Reads a query in which each name stands once; `expand` may be repeated and holds lists. */
export function validateQuery<T>(schema: z.ZodType<T>, params: URLSearchParams): T {
  const given: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    if (name === 'expand') given[name] = values.flatMap((value) => value.split(','));
    else if (values.length > 1) errors.push(repeatedField(['query', name]));
    // No schema would see it.
    else if (name === '__proto__') errors.push(unknownField(['query', name]));
    else given[name] = values[0];
  }
  const result = read(schema, given, 'query');
  if ('errors' in result) errors.push(...result.errors);
  else if (errors.length === 0) return result.value;
  const [first] = errors;
  // A name may stand for a list, and what is wrong is one of it.
  const detail = `${String(first?.loc[1] ?? 'query')}: ${first?.msg ?? ''}.`;
  throw new Problem(400, 'invalid_query', detail, { members: { errors } });
}
