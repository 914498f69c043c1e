import { expect, test } from 'vitest';
import { checkCustomFields, type CustomFieldDefinition } from './checkCustomFields.ts';

const definition = (key: string, change: Partial<CustomFieldDefinition> = {}) =>
  [
    key,
    { entity: 'customer', key, data_type: 'text', min: null, max: null, options: null, ...change },
  ] as const;

const definitions = new Map<string, CustomFieldDefinition>([
  definition('note'),
  definition('age', { data_type: 'number', min: 18, max: 99 }),
  definition('news', { data_type: 'boolean' }),
  definition('plan', { data_type: 'select', options: ['free', 'pro'] }),
]);

test('values that fit are kept, and null leaves a key out', () => {
  const given = { note: 'hello', age: 18, news: false, plan: 'pro' };
  expect(checkCustomFields(given, definitions, [])).toEqual({ fields: given, errors: [] });
  const emoji = { note: '🖨️'.repeat(250) };
  expect(checkCustomFields(emoji, definitions, []).errors).toEqual([]);
  expect(checkCustomFields({ note: null }, definitions, [])).toEqual({ fields: {}, errors: [] });
});

test.each([
  ['note', 7, /text/],
  ['note', 'x'.repeat(501), /500/],
  ['age', '18', /number/],
  ['age', 17, /at least 18/],
  ['age', 100, /at most 99/],
  ['news', 'yes', /true or false/],
  ['plan', 'gold', /free, pro/],
  ['plan', true, /text/],
  ['other', 'x', /Define it first/],
  ['other', null, /Define it first/],
])('%s: %j is refused', (key, value, msg) => {
  const { fields, errors } = checkCustomFields({ [key]: value }, definitions, ['body']);
  expect(fields).toEqual({});
  expect(errors).toMatchObject([{ loc: ['body', key], msg: expect.stringMatching(msg) as string }]);
});
