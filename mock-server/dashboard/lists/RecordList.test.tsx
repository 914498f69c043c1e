// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { RecordList } from './RecordList.tsx';
import type { Column } from './Table.tsx';

interface Customer {
  readonly id: string;
  readonly email: string;
}

const columns: readonly Column<Customer>[] = [
  { name: 'Email', place: 'a', cell: ({ email }) => email },
];
const data = ['robin@alder.example', 'jun@birch.example'].map((email, index) => ({
  id: `cus_${String(index)}`,
  email,
}));

const list = (textOf?: (customer: Customer) => string) => (
  <RecordList
    {...{ what: 'customers', path: 'api/customers', kinds: ['event'], columns }}
    {...(textOf && { textOf })}
  />
);
const found = ({ id, email }: Customer): string => `${id} ${email}`;

const page = () => answerFixture({ data, total: 2, offset: 0, limit: 100, has_more: false });

test('a list shows what has every word that its address looks for, in any case', async () => {
  const { asked, draw, text } = accountFixture(() => page());
  draw(list(found), '/customers?filter=ALDER%20cus_0');
  await eventually(() => {
    expect(text()).toContain('1 found');
  });
  expect(text()).toContain('robin@alder.example');
  expect(text()).not.toContain('birch');
  expect(asked).toEqual(['GET /accounts/acc_1/api/customers?limit=100&offset=0']);
});

test('where nothing is found, that is said, and no head of a table stands over nothing', async () => {
  const { draw, text } = accountFixture(() => page());
  draw(list(found), '/customers?filter=oak');
  await eventually(() => {
    expect(text()).toBe('None found');
  });
});

test('how much was looked through is said where that was not all', async () => {
  const { draw, text } = accountFixture((request) => {
    const offset = Number(/offset=(\d+)/.exec(request)?.[1]);
    const part = Array.from({ length: 100 }, (_, index) => ({
      ...{ id: `cus_${String(offset + index)}`, email: 'robin@alder.example' },
    }));
    return answerFixture({ data: part, total: 5_000, has_more: true });
  });
  draw(list(found), '/customers?filter=oak');
  await eventually(() => {
    expect(text()).toBe('None found among the newest 1,000 of 5,000');
  });
});

test('a list that cannot be searched shows its page, whatever the address looks for', async () => {
  const { asked, draw, text } = accountFixture(() => page());
  draw(list(), '/customers?filter=oak');
  await eventually(() => {
    expect(text()).toContain('1–2 of 2');
  });
  expect(asked).toEqual(['GET /accounts/acc_1/api/customers?limit=20&offset=0']);
});
