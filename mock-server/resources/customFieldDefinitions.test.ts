import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { makeChange } from '../handlers/operations/makeChange.ts';
import type { CustomFieldDefinitionRecord } from '../store/records/AccountRecords.ts';
import { customFieldDefinitions } from './customFieldDefinitions.ts';

test('with a definition its values go, and nothing happens to records that have none', () => {
  const { account, real } = createTestAccount();
  const { customers, customFieldDefinitions: known } = account.records;
  const created = account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    const size = { entity: 'customer', key: 'size', data_type: 'text' } as const;
    const plain = { display_name: 'Size', description: null, min: null, max: null, options: null };
    known.put({ id: 'cf_1', ...size, ...plain, show_in_lists: false, ...dated });
    const who = { email: 'a@b.example', name: null, ...dated };
    customers.put({ id: 'cus_1', ...who, custom_fields: { size: 'A3', kept: 'yes' } });
    customers.put({ id: 'cus_2', ...who, custom_fields: { kept: 'yes' } });
    return now;
  });
  real.now += 1000;
  const definition = known.get('cf_1') as CustomFieldDefinitionRecord;
  account.decide((now) => {
    makeChange(account, now, (change) => {
      customFieldDefinitions.remove?.follow?.(change, definition);
    });
  });
  const custom_fields = { kept: 'yes' };
  expect(customers.get('cus_1')).toMatchObject({ custom_fields, updated_at: created + 1000 });
  expect(customers.get('cus_2')).toMatchObject({ custom_fields, updated_at: created });
});
