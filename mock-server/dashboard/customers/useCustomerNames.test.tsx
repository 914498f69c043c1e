// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { useCustomerNames } from './useCustomerNames.tsx';

const newest = Array.from({ length: 100 }, (_, index) => ({
  ...{ id: `cus_${String(index)}`, name: null, email: 'robin@alder.example' },
}));
const older = { id: 'cus_old', name: 'Jun Tanaka', email: 'jun@birch.example' };

const Names = () => <>{useCustomerNames().textOf('cus_old')}</>;

test('who is looked for is known by name behind a hundred newer customers, too', async () => {
  const { asked, draw, text } = accountFixture((request) =>
    request.endsWith('offset=100')
      ? answerFixture({ data: [older], total: 101, has_more: false })
      : answerFixture({ data: newest, total: 101, has_more: true }),
  );
  draw(<Names />);
  await eventually(() => {
    expect(asked).toEqual(['GET /accounts/acc_1/api/customers?limit=100']);
  });
  expect(text()).toBe('cus_old');
  draw(<Names />, '/subscriptions?filter=tanaka');
  await eventually(() => {
    expect(text()).toBe('cus_old Jun Tanaka jun@birch.example');
  });
});
