import type { Keeping } from '../createAccount.ts';
import type { Change, Persistence } from '../Persistence.ts';

export interface Keepings {
  use(persistence: Persistence): void;
  open(accountId: string, saved: readonly Change[]): Keeping | undefined;
  forget(accountId: string): void;
  /** Keeps nothing any longer. What was kept stays. */
  leave(): void;
}

/** Lets each account save itself until it is forgotten: what still runs in it then must not bring it back. */
export function createKeepings(): Keepings {
  const lives = new Map<string, object>();
  let persistence: Persistence | undefined;

  return {
    use(given) {
      persistence = given;
    },
    open(accountId, saved) {
      if (!persistence) return undefined;
      const file = persistence;
      const life = {};
      lives.set(accountId, life);
      return {
        saved,
        save(changes) {
          if (lives.get(accountId) === life) file.save(accountId, changes);
        },
      };
    },
    forget(accountId) {
      lives.delete(accountId);
      persistence?.forget(accountId);
    },
    leave() {
      lives.clear();
      persistence = undefined;
    },
  };
}
