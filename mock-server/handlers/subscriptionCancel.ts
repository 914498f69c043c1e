import { z } from 'zod';
import { cancelSubscription } from '../billing/cancelSubscription.ts';
import type { AnswerSchemaOf } from '../resources/answerSchema.ts';
import { subscriptions } from '../resources/subscriptions.ts';
import { expandShape } from '../schemas/pageShape.ts';
import { accountOperation } from './accountOperation.ts';
import { createReader } from './createReader.ts';
import type { Route } from './Route.ts';
import type { ServerContext } from './ServerContext.ts';

const cancelBody = z
  .strictObject({
    refund_option: z.enum(['none', 'full', 'prorated', 'cancel_unpaid']).default('none'),
  })
  .meta({ id: 'CancelSubscription' });

/** `subscriptions/:id/cancel`: end one now. To let the period end first, PATCH `cancel_at_period_end`. */
export function subscriptionCancel(context: ServerContext, schemaOf: AnswerSchemaOf): Route[] {
  const { view, find } = createReader(subscriptions);
  const route = accountOperation(context, 'POST', '/subscriptions/:id/cancel', {
    summary: 'Cancel a subscription',
    body: cancelBody,
    query: z.strictObject(expandShape),
    answer: { status: 200, schema: () => schemaOf(subscriptions) },
    decide({ account, params, body, query, now }) {
      const before = find(account, params);
      const record = cancelSubscription(account, before, body.refund_option, now);
      return { status: 200, body: view(account, record, query) };
    },
  });
  return [route];
}
