import { z } from 'zod';
import { sessionTimeline } from '../../checkout/showing/sessionTimeline.ts';
import { settleSession } from '../../checkout/paying/settleSession.ts';
import { toCheckoutSession } from '../../checkout/showing/toCheckoutSession.ts';
import { checkoutSessionSchema } from '../../schemas/checkoutSession.ts';
import { timelineSchema } from '../../schemas/timeline.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { findRecord } from '../operations/findRecord.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { controlOperation } from './controlOperation.ts';

const outcomeBodySchema = z
  .strictObject({
    outcome: z.enum(['complete', 'decline', 'expire', 'challenge', 'processing']),
    decline_code: z.string().min(1).max(64).optional(),
  })
  .superRefine(({ outcome, decline_code: code }, context) => {
    if (code === undefined || outcome === 'decline') return;
    const message = 'Give this with the outcome decline alone';
    context.addIssue({ code: 'custom', path: ['decline_code'], message });
  })
  .meta({ id: 'SettleSession' });

const find = ({ records }: Account, { id }: PathParams): SessionRecord =>
  findRecord(records.sessions, id, 'checkout session');

function asked({ outcome, decline_code: code }: z.infer<typeof outcomeBodySchema>) {
  return outcome === 'decline' ? { outcome, decline_code: code ?? 'generic_decline' } : { outcome };
}

/** How a session went, and how it is to go on, without its page. */
export function controlSessions(context: ServerContext): Route[] {
  return [
    controlOperation(context, 'POST', '/sessions/:id/outcome', {
      summary: 'Settle a checkout session',
      body: outcomeBodySchema,
      answer: { status: 200, schema: () => checkoutSessionSchema },
      refusals: [409],
      decide({ account, params, body, now }) {
        const session = find(account, params);
        const payment = settleSession(account, session, asked(body), now);
        if (payment?.challenge_id) context.store.publish(payment.challenge_id, account);
        const settled = find(account, params);
        return { status: 200, body: toCheckoutSession(account, settled, { customFields: true }) };
      },
    }),
    controlOperation(context, 'GET', '/sessions/:id/timeline', {
      summary: 'Retrieve the timeline of a checkout session',
      answer: { status: 200, schema: () => timelineSchema },
      decide: ({ account, params }) => ({
        status: 200,
        body: { data: sessionTimeline(account, find(account, params)) },
      }),
    }),
  ];
}
