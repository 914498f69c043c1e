import type { Checkout } from './Checkout.ts';
import type { Run } from './Run.ts';

/** A checkout that was opened, and what it was asked to open. */
export interface Opened {
  readonly run: Run;
  readonly given: unknown;
  readonly checkout: Checkout;
}

/** The one that shows this session already, as far as anybody can tell before the token is there. */
export function findOpened(opened: Iterable<Opened>, given: unknown): Checkout | undefined {
  for (const { run, given: known, checkout } of opened) {
    const { access } = run;
    if (known === given || (access && String(given).includes(access.token))) return checkout;
  }
  return undefined;
}
