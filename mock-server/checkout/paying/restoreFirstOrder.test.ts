import { expect, test } from 'vitest';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { payTestSession } from '../fixtures/payTestSession.ts';
import { restoreFirstOrder } from './restoreFirstOrder.ts';

const one = (price_id: string) => [{ price_id, quantity: 1 }];

test('from whichever tier was offered, the way back leads to the order that came first', () => {
  const { account } = createTestAccount();
  const cascade_line_items = ['price_basic', 'price_premium'].map((price_id) => ({
    line_items: one(price_id),
    processor_route_id: null,
  }));
  const order = { line_items: one('price_standard'), cascade_line_items };
  const offered = account.decide((now) => {
    const { session } = payTestSession(account, order, now, '4000000000000002');
    return account.records.sessions.get(session.id) ?? session;
  });
  expect(offered).toMatchObject({ current_tier: 2, amount_total_atom: 4900 });
  const back = account.decide((now) => restoreFirstOrder(account, offered, now));
  expect(back).toMatchObject({ current_tier: 0, amount_total_atom: 1900 });
});
