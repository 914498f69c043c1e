import { expect, test } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import { createSession } from '../checkout/createSession.ts';
import { paySession } from '../checkout/paySession.ts';
import { createSessionBodySchema } from '../schemas/createSessionBody.ts';
import { paymentBodySchema } from '../schemas/payment.ts';
import { createOwners } from './createOwners.ts';
import { createStore } from './createStore.ts';

const url = 'https://shop.example/';
const sessionBody = createSessionBodySchema.parse({
  success_url: url,
  return_url: url,
  line_items: [{ price_id: 'price_basic', quantity: 1 }],
});
const paymentBody = paymentBodySchema.parse({
  payment_method: {
    ...{ type: 'card', number: '4000000000003220' },
    ...{ exp_month: 12, exp_year: 2099, cvc: '123' },
  },
  email: 'a@b.example',
  expected_amount_atom: 900,
});

/** An account with a session whose bank asks for 3-D Secure. */
function createShop(id: string) {
  const realTime = () => 1_900_000_000_000;
  const account = createStore({ realTime, tasks: checkoutTasks }).account(id);
  return account.decide((now) => {
    const session = createSession(account, sessionBody, 'https://pay.example', now);
    const payment = paySession(account, session, paymentBody, now);
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
