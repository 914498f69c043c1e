import { expect, test } from 'vitest';
import { applyChanges } from './applyChanges.ts';

test('what was given is changed, null too, and what was left out stays', () => {
  const record: { id: string; name: string | null; count: number } = {
    id: '1',
    name: 'a',
    count: 1,
  };
  expect(applyChanges(record, { name: null, count: undefined })).toEqual({
    id: '1',
    name: null,
    count: 1,
  });
  expect(record.name).toBe('a');
});
