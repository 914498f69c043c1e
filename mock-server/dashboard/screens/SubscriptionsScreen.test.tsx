// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { subscriptionFixture } from '../fixtures/subscriptionFixture.ts';
import { SubscriptionsScreen } from './SubscriptionsScreen.tsx';

const customer = (id: string, name: string | null) => ({ id, name, email: `${id}@alder.example` });
const list = (data: readonly { readonly id: string }[]) =>
  answerFixture({ data, offset: 0, limit: 100, total: data.length });

test('customers have their names, also those that are not among the newest hundred', async () => {
  const { asked, draw, text } = accountFixture((request) => {
    if (request.includes('customers?')) return list([customer('cus_new', 'Robin')]);
    if (request.includes('customers/')) return answerFixture(customer('cus_old', null));
    return list([
      subscriptionFixture({ id: 'sub_1', customer_id: 'cus_new' }),
      subscriptionFixture({ id: 'sub_2', customer_id: 'cus_old' }),
    ]);
  });
  draw(<SubscriptionsScreen />);
  await eventually(() => {
    expect(text()).toContain('Robin');
    expect(text()).toContain('cus_old@alder.example');
  });
  expect(asked.filter((request) => request.includes('customers/'))).toEqual([
    'GET /accounts/acc_1/api/customers/cus_old',
  ]);
});
