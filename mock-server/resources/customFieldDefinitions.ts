import { z } from 'zod';
import { Problem } from '../domain/requests/Problem.ts';
import { descriptionField, fixedField, nameField } from '../schemas/fields.ts';
import type { CustomFieldDefinitionRecord } from '../store/records/AccountRecords.ts';
import { applyChanges } from './applyChanges.ts';
import { customFieldHolders } from './customFieldHolders.ts';
import { defineResource, type Change } from './Resource.ts';

const entity = z.enum([
  'customer',
  'subscription',
  'product',
  'price',
  'invoice',
  'checkout_session',
]);
const dataType = z.enum(['text', 'number', 'boolean', 'select']);
const optionsField = z.array(z.string().min(1).max(500)).min(1).max(100).nullable();

function checkConstraints({ refuse }: Change, definition: CustomFieldDefinitionRecord): void {
  const { data_type: type, min, max, options } = definition;
  const only = (field: string, what: string): void => {
    refuse([field], 'not_allowed', `Only a ${what} has this: leave it out`);
  };
  if (type !== 'number' && min !== null) only('min', 'number');
  if (type !== 'number' && max !== null) only('max', 'number');
  if (min !== null && max !== null && min > max) {
    refuse(['max'], 'too_small', 'Give at least as much as min');
  }
  if (type !== 'select' && options !== null) only('options', 'select');
  if (type === 'select' && options === null) refuse(['options'], 'missing', 'Give its options');
  if (options && new Set(options).size < options.length) {
    refuse(['options'], 'repeated', 'Give each option once');
  }
}

/** A value that is stored would no longer be one of the options. */
function checkOptionsInUse(change: Change, definition: CustomFieldDefinitionRecord): void {
  const { key, options } = definition;
  for (const { fields } of customFieldHolders(change, definition.entity)) {
    const value = fields[key];
    if (typeof value !== 'string' || options?.includes(value)) continue;
    const detail =
      'An option that is in use cannot be removed. Change the values that have it first.';
    throw new Problem(409, 'option_in_use', detail);
  }
}

/** What custom fields an entity has, and what they may hold. */
export const customFieldDefinitions = defineResource({
  path: 'custom-field-definitions',
  object: 'custom_field_definition',
  prefix: 'cf',
  collection: ({ customFieldDefinitions: collection }) => collection,
  shape: {
    entity,
    key: z.string(),
    data_type: dataType,
    display_name: z.string(),
    description: z.string().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    options: z.array(z.string()).nullable(),
    show_in_lists: z.boolean(),
  },
  view: ({ options, ...definition }) => ({
    entity: definition.entity,
    key: definition.key,
    data_type: definition.data_type,
    display_name: definition.display_name,
    description: definition.description,
    min: definition.min,
    max: definition.max,
    options: options && [...options],
    show_in_lists: definition.show_in_lists,
  }),
  filters: { entity },
  create: {
    body: z.strictObject({
      entity,
      key: z.string().regex(/^[A-Za-z]\w{0,63}$/, {
        error: 'Give 1 to 64 letters, digits and underscores, a letter first',
      }),
      data_type: dataType,
      display_name: nameField.optional(),
      description: descriptionField.default(null),
      min: z.number().nullable().default(null),
      max: z.number().nullable().default(null),
      options: optionsField.default(null),
      show_in_lists: z.boolean().default(false),
    }),
    make(change, body, base) {
      const known = change.account.records.customFieldDefinitions;
      if (known.byKey(`${body.entity} ${body.key}`)) {
        change.refuse(
          ['key'],
          'taken',
          'This entity has a custom field with this key already: give another one',
        );
      }
      const made = { ...base, ...body, display_name: body.display_name ?? body.key };
      checkConstraints(change, made);
      return made;
    },
  },
  update: {
    body: z.strictObject({
      display_name: nameField.optional(),
      description: descriptionField.optional(),
      min: z.number().nullable().optional(),
      max: z.number().nullable().optional(),
      options: optionsField.optional(),
      show_in_lists: z.boolean().optional(),
      entity: fixedField,
      key: fixedField,
      data_type: fixedField,
    }),
    apply(change, definition, body) {
      const changed = applyChanges(definition, body);
      checkConstraints(change, changed);
      if (body.options) checkOptionsInUse(change, changed);
      return changed;
    },
  },
  remove: {
    follow(change, { entity: of, key }) {
      for (const { fields, replace } of customFieldHolders(change, of)) {
        if (!Object.hasOwn(fields, key)) continue;
        replace(Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key)));
      }
    },
  },
});
