/** One durable thing of an account as it is now: a record, something due, a kept answer, the clock. `undefined`: it is gone. */
export interface Change {
  /** The collection that it is in, or what else it is. */
  readonly kind: string;
  /** Its name among those of its kind. */
  readonly id: string;
  readonly value: unknown;
}

/** Where accounts are kept when the process ends. Every call is done when it returns. */
export interface Persistence {
  /** Everything that was saved: by account, each in the order in which it came into being. */
  load(): ReadonlyMap<string, readonly Change[]>;
  /** Writes all of it or nothing. */
  save(accountId: string, changes: readonly Change[]): void;
  forget(accountId: string): void;
  close(): void;
}
