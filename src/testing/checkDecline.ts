import { checkNames } from '../options/checkNames.ts';
import { demand } from './demand.ts';
import type { TestDecline } from './TestCheckout.ts';

const reasons = [
  'declined',
  'authentication_failed',
  'authentication_abandoned',
  'confirmation_required',
  'not_attempted',
];

/** Refuses a decline that the hosted page never tells. */
export function checkDecline(how: TestDecline): void {
  demand(
    typeof how === 'object',
    'Failed to decline: how is no object. Pass one, such as decline({ declineCode: "insufficient_funds" }).',
  );
  checkNames(how, 'decline', ['reason', 'declineCode']);
  const { reason = 'declined' } = how;
  demand(
    reasons.includes(reason),
    `Failed to decline: there is no reason "${reason}". There are ${reasons.join(', ')}; a word of the bank's, such as "insufficient_funds", is the "declineCode".`,
  );
}
