import { expect, test } from 'vitest';
import { checkoutSessionSchema } from '../../mock-server/schemas/checkoutSession.ts';
import { createSessionBodySchema } from '../../mock-server/schemas/createSessionBody.ts';
import { readPage, tableOf } from './readPage.ts';

const page = readPage('docs/reference/sessions.md');

test('the fields of a new session are those of the code, with their defaults', () => {
  const rows = tableOf(page, 'Field').rows.map(([name, , value]) => [name, value]);
  const fields = Object.entries(createSessionBodySchema.shape).map(([name, field]) => {
    const { success, data } = field.safeParse(undefined);
    const value = typeof data === 'string' ? data : JSON.stringify(data);
    return [`\`${name}\``, success ? `\`${value}\`` : 'required'];
  });
  expect(rows.sort()).toEqual(fields.sort());
});

test('what is told of an answer is in it', () => {
  const [, answer] = page.tables.filter(({ header }) => header[0] === 'Field');
  const told = answer?.rows.flatMap(([cell = '']) => cell.match(/\w+/g) ?? []);
  expect(told?.length).toBeGreaterThan(8);
  for (const name of told ?? []) expect(Object.keys(checkoutSessionSchema.shape)).toContain(name);
});

test('the states are those of the code', () => {
  const told = tableOf(page, 'State').rows.map(([cell = '']) => cell.replaceAll('`', ''));
  expect(told).toEqual(checkoutSessionSchema.shape.state.options);
});
