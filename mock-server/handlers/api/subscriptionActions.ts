import { z } from 'zod';
import { cancelSubscription } from '../../billing/subscriptions/cancelSubscription.ts';
import { changePlan, changePlanBody } from '../../billing/plan/changePlan.ts';
import { changeSubscription } from '../../billing/subscriptions/changeSubscription.ts';
import { pauseSubscription } from '../../billing/subscriptions/pauseSubscription.ts';
import { resumeSubscription } from '../../billing/subscriptions/resumeSubscription.ts';
import { subscriptionStateProblem } from '../../billing/subscriptions/subscriptionStateProblem.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import type { AnswerSchemaOf } from '../../resources/answerSchema.ts';
import type { Change } from '../../resources/Resource.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import { timeField } from '../../schemas/fields.ts';
import { expandShape } from '../../schemas/pageShape.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { accountOperation } from '../operations/accountOperation.ts';
import { createReader } from '../operations/createReader.ts';
import { makeChange } from '../operations/makeChange.ts';
import type { Answer, Documented } from '../operations/perform.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

const refundOption = z.enum(['none', 'full', 'prorated', 'cancel_unpaid']).default('none');

const cancelBody = z
  .strictObject({ refund_option: refundOption })
  .meta({ id: 'CancelSubscription' });

const scheduleBody = z
  .strictObject({ cancel_at: timeField.unwrap(), refund_option: refundOption })
  .meta({ id: 'ScheduleCancellation' });

const pauseBody = z
  .strictObject({
    pause_behavior: z.enum(['pause_immediately', 'pause_at_end']).default('pause_immediately'),
    pause_for_cycles: z.int().min(1).max(120).nullable().default(null),
  })
  .meta({ id: 'PauseSubscription' });

type Record = SubscriptionRecord;

/** Ends it at a time of its own. */
function schedule(change: Change, before: Record, body: z.infer<typeof scheduleBody>): Record {
  const { account, now, refuse } = change;
  const { cancel_at, refund_option: cancel_refund_option } = body;
  if (before.state === 'cancelled') throw subscriptionStateProblem('cancelled', 'running');
  if (cancel_at <= now) refuse(['cancel_at'], 'too_early', 'Give a time that is still to come');
  else account.due.add({ at: cancel_at, kind: 'subscription.cancel', id: before.id });
  return changeSubscription(account, before, { cancel_at, cancel_refund_option }, now);
}

function change(asked: Change, before: Record, body: z.infer<typeof changePlanBody>) {
  if (before.state === 'active' || before.state === 'trialing') {
    return changePlan(asked, before, body);
  }
  throw subscriptionStateProblem(before.state, 'active or trialing');
}

/** How actions become routes. */
function createMakers(context: ServerContext, schemaOf: AnswerSchemaOf) {
  const { view, find } = createReader(subscriptions);
  const query = z.strictObject(expandShape);
  const answer = { status: 200, schema: () => schemaOf(subscriptions) } as const;
  const action = <B>(
    name: string,
    document: Pick<Documented<B, unknown>, 'summary' | 'body' | 'refusals'>,
    act: (change: Change, before: Record, body: B) => Record | Problem,
  ): Route =>
    accountOperation(context, 'POST', `/subscriptions/:id/${name}`, {
      ...{ refusals: [409], ...document, query, answer },
      decide({ account, params, body, query: asked, now }): Answer {
        const before = find(account, params);
        const record = makeChange(account, now, (making) => act(making, before, body));
        if (record instanceof Problem) return record;
        return { status: 200, body: view(account, record, asked) };
      },
    });
  const drop = (name: string, summary: string, changes: Partial<Record>): Route =>
    accountOperation(context, 'DELETE', `/subscriptions/:id/${name}`, {
      summary,
      answer: { status: 204 },
      decide({ account, params, now }) {
        changeSubscription(account, find(account, params), changes, now);
        return { status: 204 };
      },
    });
  return { action, drop };
}

/** What is done to a subscription besides changing its members. */
export function subscriptionActions(context: ServerContext, schemaOf: AnswerSchemaOf): Route[] {
  const { action, drop } = createMakers(context, schemaOf);
  return [
    action(
      'cancel',
      { summary: 'Cancel a subscription', body: cancelBody },
      ({ account, now }, before, body) =>
        cancelSubscription(account, before, body.refund_option, now),
    ),
    action(
      'schedule-cancellation',
      { summary: 'Schedule the cancellation of a subscription', body: scheduleBody },
      schedule,
    ),
    drop('scheduled-cancellation', 'Drop a scheduled cancellation', { cancel_at: null }),
    action(
      'pause',
      { summary: 'Pause a subscription', body: pauseBody },
      ({ account, now }, before, body) => pauseSubscription(account, before, body, now),
    ),
    drop('scheduled-pause', 'Drop a scheduled pause', { scheduled_pause: null }),
    action('resume', { summary: 'Resume a subscription' }, ({ account, now }, before) =>
      resumeSubscription(account, before, now),
    ),
    action(
      'change-plan',
      { summary: 'Change the plan of a subscription', body: changePlanBody, refusals: [402, 409] },
      change,
    ),
  ];
}
