import { z } from 'zod';
import { createSession } from '../checkout/creating/createSession.ts';
import { settleSession, type Outcome } from '../checkout/paying/settleSession.ts';
import { validateBody } from '../handlers/requests/validate.ts';
import { createSessionBodySchema } from '../schemas/createSessionBody.ts';
import { collectFaults } from './collectFaults.ts';
import { toMistakes } from './Mistake.ts';
import { withId, type Seeder } from './Seeder.ts';

const withOutcome = withId.extend({
  outcome: z.enum(['complete', 'decline', 'expire', 'challenge', 'processing']).optional(),
});

const outcomeOf = (outcome: Outcome['outcome']): Outcome =>
  outcome === 'decline' ? { outcome, decline_code: 'generic_decline' } : { outcome };

/** Reads checkout sessions, and how they ended where that is said, too. */
export function createSessionSeeder(): Seeder {
  const read: Seeder['read'] = (place, given, nameOf) => {
    const named = collectFaults(() => validateBody(withOutcome, given));
    if (!('value' in named)) return toMistakes(place, named);
    const { id: own, outcome, ...body } = named.value;
    const checked = collectFaults(() => validateBody(createSessionBodySchema, body));
    if (!('value' in checked)) return toMistakes(place, checked);
    const id = own ?? nameOf('cs', { ...body, outcome });
    return {
      place,
      id,
      add(account, now, { origin, publish }) {
        if (account.records.sessions.get(id)) return false;
        const session = createSession(account, checked.value, { origin, now, id });
        publish(session.handle, account);
        const payment = outcome && settleSession(account, session, outcomeOf(outcome), now);
        if (payment?.challenge_id) publish(payment.challenge_id, account);
        return true;
      },
    };
  };
  return { path: 'checkout-sessions', read };
}
