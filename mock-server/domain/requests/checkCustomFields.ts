import type { FieldError } from './Problem.ts';

export type CustomFieldValue = string | number | boolean;
export type CustomFields = Readonly<Record<string, CustomFieldValue>>;

export interface CustomFieldDefinition {
  readonly entity:
    | 'customer'
    | 'subscription'
    | 'product'
    | 'price'
    | 'invoice'
    | 'checkout_session';
  readonly key: string;
  readonly data_type: 'text' | 'number' | 'boolean' | 'select';
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly string[] | null;
}

const longestText = 500;

/** What is wrong with one value, in words, or `undefined`. */
function fault(definition: CustomFieldDefinition, value: CustomFieldValue): string | undefined {
  const { data_type: type, min, max, options } = definition;
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'Give true or false';
  if (type === 'number') {
    if (typeof value !== 'number') return 'Give a number';
    if (min !== null && value < min) return `Give at least ${String(min)}`;
    if (max !== null && value > max) return `Give at most ${String(max)}`;
    return undefined;
  }
  if (typeof value !== 'string') return 'Give a text';
  if (type === 'select' && !options?.includes(value)) {
    return `Give one of: ${(options ?? []).join(', ')}`;
  }
  // What a reader counts as one character may be two in a JavaScript string.
  return value.length > longestText && Array.from(value).length > longestText
    ? `Give at most ${String(longestText)} characters`
    : undefined;
}

/** Checks values against an entity's definitions. `null` deletes: such keys are left out of what comes back. */
export function checkCustomFields(
  given: Readonly<Record<string, CustomFieldValue | null>>,
  definitions: ReadonlyMap<string, CustomFieldDefinition>,
  loc: FieldError['loc'],
): { readonly fields: CustomFields; readonly errors: readonly FieldError[] } {
  const fields: Record<string, CustomFieldValue> = Object.create(null) as Record<
    string,
    CustomFieldValue
  >;
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(given)) {
    const definition = definitions.get(key);
    const msg = definition
      ? value !== null && fault(definition, value)
      : 'No custom field with this key is defined for this entity. Define it first, or leave it out';
    if (msg)
      errors.push({
        loc: [...loc, key],
        msg,
        type: definition ? 'custom_field' : 'unknown_custom_field',
      });
    else if (value !== null) fields[key] = value;
  }
  return { fields, errors };
}
