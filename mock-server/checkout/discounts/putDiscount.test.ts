import { expect, test } from 'vitest';
import { changePromotionCode } from './changePromotionCode.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';

test('of a shopper who tries codes again and again the latest twenty changes are remembered', () => {
  const { account, real } = createTestAccount();
  const line_items = [{ price_id: 'price_basic', quantity: 1 }];
  const first = account.decide((now) => createTestSession(account, { line_items }, now));
  for (let times = 0; times < 25; times += 1) {
    real.now += 1000;
    account.decide((now) => {
      const session = account.records.sessions.get(first.id) ?? first;
      changePromotionCode(account, session, times % 2 === 0 ? 'SAVE20' : undefined, now);
    });
  }
  const { promotion_changes: changes = [] } = account.records.sessions.get(first.id) ?? {};
  expect(changes).toHaveLength(20);
  expect(changes.at(-1)).toEqual({ at: real.now, code: 'SAVE20' });
});
