import { Problem, type FieldError } from '../../domain/requests/Problem.ts';
import type { Change } from '../../resources/Resource.ts';
import type { Account } from '../../store/createAccount.ts';
import { readCustomFields } from '../../store/readCustomFields.ts';

/** Lets `work` make a change, and throws everything that it refused as one 422. */
export function makeChange<T>(account: Account, now: number, work: (change: Change) => T): T {
  const errors: FieldError[] = [];
  const result = work({
    account,
    now,
    refuse(loc, type, msg) {
      errors.push({ loc: ['body', ...loc], msg, type });
    },
    customFields(entity, given, before) {
      const read = readCustomFields(account, entity, given, ['body', 'custom_fields'], before);
      errors.push(...read.errors);
      return read.fields;
    },
  });
  if (errors.length > 0) throw Problem.invalid(errors);
  return result;
}
