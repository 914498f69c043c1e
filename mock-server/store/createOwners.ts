import type { Account } from './createAccount.ts';
import type { PaymentRecord } from './records/PaymentRecord.ts';
import type { SessionRecord } from './records/SessionRecord.ts';

/** Handles and challenges belong to no account in the URL, so they are known across all of them. */
export interface Owners {
  readonly add: (key: string, account: Account) => void;
  /** Those of an account that comes back as it was. */
  readonly addAll: (account: Account) => void;
  readonly deleteAll: (account: Account) => void;
  readonly findSession: (
    handle: string,
  ) => { readonly account: Account; readonly session: SessionRecord } | undefined;
  readonly findChallenge: (
    challengeId: string,
  ) => { readonly account: Account; readonly payment: PaymentRecord } | undefined;
}

function* keysOf({ records }: Account): Iterable<string> {
  for (const { handle } of records.sessions.values()) yield handle;
  for (const { challenge_id: key } of records.payments.values()) if (key) yield key;
}

export function createOwners(): Owners {
  const owners = new Map<string, Account>();
  return {
    add(key, account) {
      owners.set(key, account);
    },
    addAll(account) {
      for (const key of keysOf(account)) owners.set(key, account);
    },
    deleteAll(account) {
      for (const key of keysOf(account)) owners.delete(key);
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
  };
}
