import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSessionState } from '../changeSessionState.ts';
import { completeSession } from './completeSession.ts';
import { endPayment, type PaymentEnd } from './endPayment.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';
import { testPayment } from '../fixtures/testPayment.ts';
import { paySession } from './paySession.ts';

const cards = ['4242424242424242', '4000000000000002', '4000000000003220', '4000000000000077'];

const step = fc.oneof(
  fc.constantFrom(...cards).map((number) => ({ kind: 'pay', number }) as const),
  fc.integer({ min: 0, max: 50 * 60_000 }).map((by) => ({ kind: 'wait', by }) as const),
  fc
    .constantFrom<PaymentEnd>(
      { kind: 'succeed' },
      { kind: 'decline', code: 'authentication_failed' },
      { kind: 'cancel' },
    )
    .map((end) => ({ kind: 'answer', end }) as const),
  fc.constant({ kind: 'expire' } as const),
  fc.constant({ kind: 'complete' } as const),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A session that lives one hour, and what can happen to it. */
function createScene() {
  const { account, real } = createTestAccount();
  const line_items = [{ price_id: 'price_basic', quantity: 1 }];
  const fields = { line_items, expires_in_hours: 1, promotion_code: 'SAVE20' };
  const { id } = account.decide((now) => createTestSession(account, fields, now));
  const session = () => {
    const found = account.records.sessions.get(id);
    if (!found) throw new Error('No session');
    return found;
  };
  const attempts = () => [...account.records.payments.values()];

  function act(what: Exclude<Step, { kind: 'wait' }>, now: number): void {
    if (what.kind === 'expire') changeSessionState(account, session(), 'expire', now);
    if (what.kind === 'complete') {
      completeSession(account, session(), { email: null, name: null }, undefined, now);
    }
    if (what.kind === 'answer') {
      const waiting = attempts().find(({ status }) => status === 'requires_action');
      if (waiting) endPayment(account, waiting, what.end, now);
    }
    if (what.kind === 'pay') paySession(account, session(), testPayment(720, what.number), now);
  }

  function run(what: Step): void {
    if (what.kind === 'wait') {
      real.now += what.by;
      account.settle(account.clock.now());
      return;
    }
    try {
      account.decide((now) => {
        act(what, now);
      });
    } catch {
      // A refusal; what it must not leave behind is what is looked at.
    }
  }
  const redeemed = () => account.records.promotionCodes.byKey('SAVE20')?.times_redeemed;
  return { run, session, attempts, redeemed, real };
}

test('however payments, answers, expiry and time interleave, a session ends once and is charged at most once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { run, session, attempts, redeemed, real } = createScene();
      let ended: string | undefined;
      for (const what of [...steps, { kind: 'wait', by: 90 * 60_000 } as const]) {
        run(what);
        const { state, expires_at: expiresAt, payment_intent_id: paid } = session();
        if (ended) expect(state).toBe(ended);
        if (state === 'completed' || state === 'expired') ended = state;
        if (state === 'open') expect(real.now).toBeLessThan(expiresAt);
        const charged = attempts().filter(({ status }) => status === 'succeeded');
        expect(charged.length).toBeLessThanOrEqual(state === 'completed' ? 1 : 0);
        expect(paid).toBe(charged[0]?.id ?? null);
        const running = attempts().filter(({ status }) =>
          /requires_action|processing/.test(status),
        );
        expect(running.length).toBe(state === 'processing' ? 1 : 0);
        expect(redeemed()).toBe(state === 'completed' ? 1 : 0);
      }
      expect(['completed', 'expired']).toContain(ended);
    }),
    { numRuns: 400 },
  );
});

test('what runs out at the very moment of its session leaves that expired', () => {
  const { run, session } = createScene();
  run({ kind: 'wait', by: 50 * 60_000 });
  run({ kind: 'pay', number: '4000000000003220' });
  expect(session().state).toBe('processing');
  run({ kind: 'wait', by: 10 * 60_000 });
  expect(session().state).toBe('expired');
});

test('a refused payment leaves no trace', () => {
  const { run, session, attempts } = createScene();
  run({ kind: 'expire' });
  const before = session();
  run({ kind: 'pay', number: '4242424242424242' });
  expect(session()).toBe(before);
  expect(attempts()).toEqual([]);
});

test('what is stored of a card is its brand, its last four digits and its expiry', () => {
  const { run, attempts } = createScene();
  for (const number of cards) run({ kind: 'pay', number });
  expect(attempts().length).toBeGreaterThan(0);
  const stored = JSON.stringify(attempts());
  expect(stored).toContain('"last4":"4242"');
  for (const kept of [...cards, '"cvc"', '"123"']) expect(stored).not.toContain(kept);
});

test('what a shopper types is the address that pays, whatever was filled in', () => {
  const { account } = createTestAccount();
  const payment = account.decide((now) => {
    const line_items = [{ price_id: 'price_basic', quantity: 1 }];
    const fields = { line_items, customer_email: 'filled@in.example' };
    const session = createTestSession(account, fields, now);
    return paySession(account, session, testPayment(900, '4242424242424242'), now);
  });
  const customer = account.records.customers.get(payment?.customer_id ?? '');
  expect(customer?.email).toBe('a@b.example');
});
