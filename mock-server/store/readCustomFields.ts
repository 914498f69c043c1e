import {
  checkCustomFields,
  type CustomFieldDefinition,
  type CustomFields,
  type CustomFieldValue,
} from '../domain/requests/checkCustomFields.ts';
import type { FieldError } from '../domain/requests/Problem.ts';
import type { Account } from './createAccount.ts';

/** Checks given values against the account's definitions. They go over those there were `before`; `null` deletes. */
export function readCustomFields(
  account: Account,
  entity: CustomFieldDefinition['entity'],
  given: Readonly<Record<string, CustomFieldValue | null>> | null | undefined,
  loc: FieldError['loc'],
  before: CustomFields = {},
): { readonly fields: CustomFields; readonly errors: readonly FieldError[] } {
  if (!given) return { fields: before, errors: [] };
  const definitions = new Map<string, CustomFieldDefinition>();
  for (const key of Object.keys(given)) {
    const known = account.records.customFieldDefinitions.byKey(`${entity} ${key}`);
    if (known) definitions.set(key, known);
  }
  const { fields, errors } = checkCustomFields(given, definitions, loc);
  const kept = Object.entries(before).filter(([key]) => !Object.hasOwn(given, key));
  return { fields: Object.fromEntries([...kept, ...Object.entries(fields)]), errors };
}
