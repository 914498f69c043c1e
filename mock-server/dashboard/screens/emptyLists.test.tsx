// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { PaymentsScreen } from './PaymentsScreen.tsx';
import { SubscriptionsScreen } from './SubscriptionsScreen.tsx';

test.each([
  ['payments', PaymentsScreen],
  ['subscriptions', SubscriptionsScreen],
])('where there are no %s yet, a link leads to what they come from', async (what, List) => {
  const { draw, text } = accountFixture(() => answerFixture({ data: [], total: 0 }));
  draw(<List />, `/${what}`);
  await eventually(() => {
    expect(text()).toContain(`No ${what} yet`);
  });
  const link = document.querySelector('.empty a');
  expect(link?.getAttribute('href')).toBe('/dashboard/acc_1/checkout-sessions/new');
});
