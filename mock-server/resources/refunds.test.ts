import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { createTestSession } from '../checkout/fixtures/createTestSession.ts';
import { testPayment } from '../checkout/fixtures/testPayment.ts';
import { paySession } from '../checkout/paying/paySession.ts';
import { makeChange } from '../handlers/operations/makeChange.ts';
import { refunds } from './refunds.ts';

test('what only saved a card took no money, so there is no payment that could be refunded', () => {
  const { account } = createTestAccount();
  const attempt = account.decide((now) => {
    const session = createTestSession(account, { mode: 'setup' }, now);
    return paySession(account, session, testPayment(0, '4242424242424242'), now);
  });
  const body = refunds.create?.body.parse({ payment_intent_id: attempt?.id });
  const base = { id: 're_1', created_at: 0, updated_at: 0 };
  expect(() =>
    account.decide((now) =>
      makeChange(account, now, (change) => body && refunds.create?.make(change, body, base)),
    ),
  ).toThrow(
    expect.objectContaining({
      members: { errors: [expect.objectContaining({ type: 'unknown_payment_intent' })] },
    }),
  );
});
