import { createAccount, type Account, type AccountOptions } from './createAccount.ts';
import { createKeepings } from './decisions/createKeepings.ts';
import { createOwners, type Owners } from './createOwners.ts';
import { createRandom } from './createRandom.ts';
import type { Change, Persistence } from './Persistence.ts';

/** Every account in memory. An account comes into being, seeded, when it is first asked for. */
export interface Store extends Pick<Owners, 'findSession' | 'findChallenge'> {
  account(id: string): Account;
  /** Those in memory, in order of their first request. */
  accounts(): IterableIterator<Account>;
  /** Forgets everything in an account. The next request finds it as new. */
  reset(id: string): void;
  /** What an account is given whenever it is new again, as after a reset; the one that is there has it already. */
  seed(id: string, give: (account: Account) => void): void;
  /** Makes a handle or a challenge id known. Called once the change that made it stands. */
  publish(key: string, account: Account): void;
  /** Brings every account back that is kept there, and keeps all from now on. Only before the first request. */
  keepIn(persistence: Persistence): void;
  /** Has no accounts any longer. They stay where they are kept. */
  leave(): void;
}

/** What accounts are given when they are new. */
function createSeeds() {
  const seeds = new Map<string, ((account: Account) => void)[]>();
  return {
    add: (id: string, give: (account: Account) => void): void => {
      seeds.set(id, [...(seeds.get(id) ?? []), give]);
    },
    giveTo(account: Account): Account {
      for (const give of seeds.get(account.id) ?? []) give(account);
      return account;
    },
  };
}

function refuseLate({ size }: { readonly size: number }): void {
  if (size > 0) throw new Error('Accounts can be kept from the first request on only.');
}

/** Makes each account again that was kept, and says of which one it cannot. */
function bringBack(
  kept: ReturnType<Persistence['load']>,
  add: (id: string, saved: readonly Change[]) => Account,
  know: (account: Account) => void,
): void {
  for (const [id, saved] of kept) {
    try {
      know(add(id, saved));
    } catch (cause) {
      const advice = 'Put a copy of the file in its place, or give another file';
      const text = `Failed to bring ${id} back: what was kept of it is damaged. ${advice}.`;
      throw new Error(text, { cause });
    }
  }
}

export function createStore(
  options: AccountOptions & { readonly onReset?: (account: Account) => void },
): Store {
  const random = createRandom();
  const accounts = new Map<string, Account>();
  const seeds = createSeeds();
  const owners = createOwners();
  const keepings = createKeepings();

  function add(id: string, saved: readonly Change[] = []): Account {
    const account = createAccount({ ...options, id, random, keeping: keepings.open(id, saved) });
    accounts.set(id, account);
    return account;
  }

  function drop(account: Account | undefined): void {
    if (!account || !accounts.delete(account.id)) return;
    options.onReset?.(account);
    owners.deleteAll(account);
  }

  return {
    account: (id) => accounts.get(id) ?? seeds.giveTo(add(id)),
    seed: seeds.add,
    accounts: () => accounts.values(),
    reset(id) {
      keepings.forget(id);
      drop(accounts.get(id));
    },
    findSession: owners.findSession,
    findChallenge: owners.findChallenge,
    publish: owners.add,
    keepIn(persistence) {
      refuseLate(accounts);
      keepings.use(persistence);
      bringBack(persistence.load(), add, owners.addAll);
    },
    leave() {
      keepings.leave();
      for (const account of [...accounts.values()]) drop(account);
    },
  };
}
