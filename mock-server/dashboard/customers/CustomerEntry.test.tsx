// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { CustomerEntry } from './CustomerEntry.tsx';

const link = (): string | null | undefined => document.querySelector('a')?.getAttribute('href');

test('a customer has a name, and leads to all that is theirs', async () => {
  const { draw, text } = accountFixture(() =>
    answerFixture({ name: null, email: 'robin@alder.example' }),
  );
  draw(<CustomerEntry id="cus_1" />);
  await eventually(() => {
    expect(text()).toBe('robin@alder.examplecus_1');
  });
  expect(link()).toBe('/dashboard/acc_1/customers/cus_1');
});

test('a customer who was deleted is known by the id alone, and leads to the same', async () => {
  const gone = { status: 404, code: 'not_found', body: {}, retryAfter: undefined };
  const { asked, draw, text } = accountFixture(() => gone);
  draw(<CustomerEntry id="cus_1" />);
  await eventually(() => {
    expect(asked).toHaveLength(1);
  });
  expect(text()).toBe('cus_1');
  expect(link()).toBe('/dashboard/acc_1/customers/cus_1');
});
