import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { createTestSession } from '../checkout/fixtures/createTestSession.ts';

test('what has fallen due happens before anything is decided', () => {
  const { account, real } = createTestAccount();
  const { id, expires_at: at } = account.decide((now) => createTestSession(account, {}, now));
  const stateAt = (now: number) => {
    real.now = now;
    return account.decide(() => account.records.sessions.get(id)?.state);
  };
  expect([stateAt(at - 1), stateAt(at)]).toEqual(['open', 'expired']);
});
