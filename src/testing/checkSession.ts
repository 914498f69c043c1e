import { checkNames } from '../options/checkNames.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { demand } from './demand.ts';
import { session } from './session.ts';

const states = ['open', 'processing', 'completed', 'expired'];

/** Refuses what the session API never says: a page that is tested with it is tested for nothing. */
export function checkSession(changes: Partial<CheckoutSession>): void {
  demand(
    typeof changes === 'object',
    'Failed to read the session: it is no object. Pass the fields that change, such as { amount_total_atom: 5400 }.',
  );
  checkNames(changes, 'session', Object.keys(session()));
  const { state = 'open' } = changes;
  demand(
    states.includes(state),
    `Failed to read the session: there is no state "${state}". There are ${states.join(', ')}.`,
  );
}
