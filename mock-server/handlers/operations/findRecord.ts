import { Problem } from '../../domain/requests/Problem.ts';

/** The record that a request names, or the refusal that says what is not there: `what`, "checkout session". */
export function findRecord<R>(
  records: { readonly get: (id: string) => R | undefined },
  id: string | undefined,
  what: string,
): R {
  const record = records.get(id ?? '');
  if (record === undefined) throw Problem.notFound(what);
  return record;
}
