import { Problem } from '../../domain/requests/Problem.ts';
import type { PathParams } from '../Route.ts';

export const accountIdRule =
  'This is not an account id. Use 1 to 64 letters, digits, hyphens or underscores; "checkout" is reserved.';

/** The account that is named, if it is a name. The guide writes `{account_id}`, and not every client takes the braces off. */
export function readAccountId(given: string): string | undefined {
  const id = /^\{(.*)\}$/.exec(given)?.[1] ?? given;
  return /^[\w-]{1,64}$/.test(id) && id !== 'checkout' ? id : undefined;
}

/** The account that a path names. */
export function accountId(params: PathParams): string {
  const id = readAccountId(params['account_id'] ?? '');
  if (id !== undefined) return id;
  throw new Problem(404, 'not_found', accountIdRule);
}
