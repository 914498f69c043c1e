import { z } from 'zod';
import { cardRefusal } from '../../billing/payments/cardRefusal.ts';
import { subscriptionProcessors } from '../../billing/payments/subscriptionProcessors.ts';
import { newSubscription } from '../../billing/subscriptions/newSubscription.ts';
import { checkItems, recurringItem } from '../../billing/plan/planItems.ts';
import { startSubscription } from '../../billing/subscriptions/startSubscription.ts';
import { endOfClocks } from '../../domain/time/endOfTime.ts';
import { announce } from '../../resources/announce.ts';
import type { AnswerSchemaOf } from '../../resources/answerSchema.ts';
import type { Change } from '../../resources/Resource.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import {
  currencyField,
  customFieldsField,
  descriptionField,
  idField,
  metadataField,
  timeField,
} from '../../schemas/fields.ts';
import { expandShape } from '../../schemas/pageShape.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';
import { accountOperation } from '../operations/accountOperation.ts';
import { createReader } from '../operations/createReader.ts';
import { makeChange } from '../operations/makeChange.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { day } from '../../domain/time/day.ts';

const createBody = z
  .strictObject({
    customer_id: idField,
    currency: currencyField,
    period_start: timeField.default(null),
    billing_interval: z.enum(['day', 'week', 'month', 'year']),
    billing_interval_count: z.int().min(1).max(365).default(1),
    collection_method: z
      .enum(['charge_automatically', 'send_invoice'])
      .default('charge_automatically'),
    processor_id: idField.nullable().default(null),
    net_d: z.int().min(0).max(365).nullable().default(null),
    items: z
      .array(
        z.strictObject({ price_id: idField, quantity: z.int().min(1).max(999_999).default(1) }),
      )
      .min(1)
      .max(100),
    default_payment_method_id: idField.nullable().default(null),
    trial_period_days: z.int().min(1).max(730).nullable().default(null),
    description: descriptionField.default(null),
    metadata: metadataField.default({}),
    custom_fields: customFieldsField.nullish(),
  })
  .meta({ id: 'CreateSubscription' });

type Body = z.infer<typeof createBody>;

/** What a body names must be there, and fit. */
function check({ account, refuse, now }: Change, body: Body): void {
  const { customers, processors } = account.records;
  const { default_payment_method_id: method, processor_id, period_start: start } = body;
  if (!customers.get(body.customer_id)) {
    refuse(
      ['customer_id'],
      'unknown_customer',
      'There is no such customer in this account: check its id',
    );
  }
  const wrong = method === null ? undefined : cardRefusal(account, method, body.customer_id);
  if (wrong) refuse(['default_payment_method_id'], wrong.type, wrong.msg);
  if (start !== null && start < now) {
    refuse(['period_start'], 'too_early', 'Give a time that is still to come, or leave it out');
  }
  if (start !== null && start > endOfClocks) {
    refuse(['period_start'], 'too_late', 'The clock ends with the year 8999: give an earlier time');
  }
  const none = processor_id !== null && !processors.get(processor_id);
  if (none) {
    refuse(
      ['processor_id'],
      'unknown_processor',
      'There is no such processor in this account: check its id',
    );
  }
  const terms = { processor_id, processor_route_id: null };
  if (!none && subscriptionProcessors(account, body.currency, terms).length === 0) {
    refuse(
      ['processor_id'],
      'no_processor',
      'No processor is available that takes this currency: make one available, or give another currency',
    );
  }
}

function itemsOf(change: Change, body: Body): SubscriptionItem[] {
  const items = body.items.flatMap(
    (wanted, index) =>
      recurringItem(change, body, wanted, (type, msg) => {
        change.refuse(['items', index, 'price_id'], type, msg);
      }) ?? [],
  );
  checkItems(change, items);
  return items;
}

/** A subscription as it is before its first day. */
function draft(change: Change, body: Body): SubscriptionRecord {
  check(change, body);
  const { account, now } = change;
  const start = body.period_start ?? now;
  const days = body.trial_period_days;
  const trial_end = days === null ? null : start + days * day;
  return {
    ...newSubscription,
    id: account.random.id('sub'),
    state: start > now ? 'scheduled' : 'incomplete',
    checkout_session_id: null,
    customer_id: body.customer_id,
    currency: body.currency,
    billing_interval: body.billing_interval,
    billing_interval_count: body.billing_interval_count,
    items: itemsOf(change, body),
    collection_method: body.collection_method,
    net_d: body.net_d,
    default_payment_method_id: body.default_payment_method_id,
    processor_id: body.processor_id,
    processor_route_id: null,
    coupon_id: null,
    discounted_since: start,
    current_period_start: start,
    current_period_end: start,
    trial_end,
    billing_anchor: start,
    periods: 0,
    description: body.description,
    metadata: body.metadata,
    custom_fields: change.customFields('subscription', body.custom_fields),
    created_at: now,
    updated_at: now,
  };
}

/** `POST subscriptions`: begins at once, or on a day to come. */
export function subscriptionCreate(context: ServerContext, schemaOf: AnswerSchemaOf): Route[] {
  const { view } = createReader(subscriptions);
  const route = accountOperation(context, 'POST', '/subscriptions', {
    summary: 'Create a subscription',
    body: createBody,
    query: z.strictObject(expandShape),
    answer: { status: 201, schema: () => schemaOf(subscriptions) },
    decide({ account, body, query, now }) {
      const made = makeChange(account, now, (change) => draft(change, body));
      const record = account.records.subscriptions.put(made);
      announce(account, 'customer.subscription.created', subscriptions, { record, now });
      const { id, current_period_start: at, state } = record;
      if (state === 'scheduled') account.due.add({ at, kind: 'subscription.start', id });
      const begun = state === 'scheduled' ? record : startSubscription(account, record, now);
      return { status: 201, body: view(account, begun, query) };
    },
  });
  return [route];
}
