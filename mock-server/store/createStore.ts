import type { SessionRecord } from '../checkout/SessionRecord.ts';
import type { PaymentRecord } from '../checkout/PaymentRecord.ts';
import { createAccount, type Account, type AccountOptions } from './createAccount.ts';
import { createRandom } from './createRandom.ts';

/** Every account in memory. An account comes into being, seeded, when it is first asked for. */
export interface Store {
  account(id: string): Account;
  /** Those in memory, in order of their first request. */
  accounts(): IterableIterator<Account>;
  /** Forgets everything in an account. The next request finds it as new. */
  reset(id: string): void;
  /** Handles and challenges belong to no account in the URL, so they are known across all of them. */
  findSession(handle: string): { account: Account; session: SessionRecord } | undefined;
  findChallenge(challengeId: string): { account: Account; payment: PaymentRecord } | undefined;
  /** Makes a handle or a challenge id known. Called once the change that made it stands. */
  publish(key: string, account: Account): void;
}

export function createStore(options: AccountOptions): Store {
  const random = createRandom();
  const accounts = new Map<string, Account>();
  const owners = new Map<string, Account>();

  return {
    account(id) {
      const known = accounts.get(id);
      if (known) return known;
      const account = createAccount({ ...options, id, random });
      accounts.set(id, account);
      return account;
    },
    accounts: () => accounts.values(),
    reset(id) {
      const account = accounts.get(id);
      if (!account) return;
      accounts.delete(id);
      for (const { handle } of account.records.sessions.values()) owners.delete(handle);
      for (const { challenge_id: key } of account.records.payments.values()) {
        if (key) owners.delete(key);
      }
    },
    findSession(handle) {
      const account = owners.get(handle);
      const session = account?.records.sessions.byKey(handle);
      return account && session && { account, session };
    },
    findChallenge(challengeId) {
      const account = owners.get(challengeId);
      const payment = account?.records.payments.byKey(challengeId);
      return account && payment && { account, payment };
    },
    publish(key, account) {
      owners.set(key, account);
    },
  };
}
