import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { payTestSession } from '../checkout/fixtures/payTestSession.ts';
import { createOwners } from './createOwners.ts';

const line_items = [{ price_id: 'price_basic', quantity: 1 }];

/** An account with a session whose bank asks for 3-D Secure. */
function createShop(id: string) {
  const { account } = createTestAccount(undefined, id);
  return account.decide((now) => {
    const { session, payment } = payTestSession(account, { line_items }, now, '4000000000003220');
    const challengeId = payment?.challenge_id;
    if (!challengeId) throw new Error('No challenge');
    return { account, handle: session.handle, challengeId };
  });
}

const found = ({ findSession, findChallenge }: ReturnType<typeof createOwners>, key: string) => ({
  session: findSession(key)?.account.id,
  challenge: findChallenge(key)?.account.id,
});

test('a handle finds its session and a challenge its payment, each in its own account', () => {
  const owners = createOwners();
  const [one, other] = [createShop('one'), createShop('other')];
  for (const { account, handle, challengeId } of [one, other]) {
    owners.add(handle, account);
    owners.add(challengeId, account);
  }
  expect(found(owners, one.handle)).toEqual({ session: 'one', challenge: undefined });
  expect(found(owners, other.challengeId)).toEqual({ session: undefined, challenge: 'other' });
  expect(owners.findChallenge(one.challengeId)?.payment.challenge_id).toBe(one.challengeId);
  expect(owners.findSession(other.handle)?.session.handle).toBe(other.handle);
  expect(found(owners, 'unknown')).toEqual({ session: undefined, challenge: undefined });
});

test('an account that comes back brings all of them, and one that goes takes its own', () => {
  const owners = createOwners();
  const [one, other] = [createShop('one'), createShop('other')];
  const known = ({ account, handle, challengeId }: typeof one) =>
    owners.findSession(handle)?.account === account &&
    owners.findChallenge(challengeId)?.account === account;
  expect(known(one)).toBe(false);
  owners.addAll(one.account);
  owners.addAll(other.account);
  expect([known(one), known(other)]).toEqual([true, true]);
  owners.deleteAll(one.account);
  expect([known(one), known(other)]).toEqual([false, true]);
  expect(found(owners, one.challengeId)).toEqual({ session: undefined, challenge: undefined });
});
