import { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import { deliveryView } from '../../resources/deliveryView.ts';
import { webhookRequest } from '../../resources/webhookRequest.ts';
import { listSchema } from '../../schemas/listSchema.ts';
import { flagFilter, pageShape } from '../../schemas/pageShape.ts';
import { deliverySchema } from '../../schemas/timeline.ts';
import { webhookRequestSchema } from '../../schemas/webhookRequest.ts';
import type { Account } from '../../store/createAccount.ts';
import type { DeliveryRecord, EventRecord } from '../../store/records/EventRecord.ts';
import { queueDelivery } from '../../store/queueDelivery.ts';
import { findRecord } from '../operations/findRecord.ts';
import { listAnswer } from '../responses/listAnswer.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { controlOperation } from './controlOperation.ts';

const listQuery = z.strictObject({
  ...pageShape,
  event_id: z.string().optional(),
  endpoint_id: z.string().optional(),
  /** Wait until nothing is on its way any more. */
  settled: flagFilter.optional(),
});

function list(account: Account, query: z.infer<typeof listQuery>) {
  const { limit, offset, event_id: event, endpoint_id: endpoint } = query;
  const matches = (delivery: DeliveryRecord): boolean =>
    (event === undefined || delivery.event_id === event) &&
    (endpoint === undefined || delivery.endpoint_id === endpoint);
  const filtered = event !== undefined || endpoint !== undefined;
  const found = account.records.deliveries.page({ limit, offset, ...(filtered && { matches }) });
  return listAnswer(found, query, deliveryView);
}

/** Sends an event again to an endpoint that was told of it before. Once: a replay is not tried again. */
function replay(account: Account, id: string | undefined, now: number) {
  const { deliveries, events, webhookEndpoints } = account.records;
  const before = findRecord(deliveries, id, 'delivery');
  const event = events.get(before.event_id);
  const endpoint = webhookEndpoints.get(before.endpoint_id);
  if (event && endpoint?.enabled) {
    return deliveryView(queueDelivery(account, event, endpoint, { at: now, replay: true }));
  }
  const detail =
    'The endpoint was deleted or disabled. Make or enable one and let it happen again.';
  throw new Problem(409, 'endpoint_gone', detail);
}

const tellBody = z.strictObject({ endpoint_id: z.string() }).meta({ id: 'TellEndpoint' });

/**
 * Tells an endpoint of what happened last that it wants to hear of, also if that was before it was there. Once, as a
 * replay.
 */
function tell(account: Account, endpointId: string, now: number) {
  const { events, webhookEndpoints } = account.records;
  const endpoint = findRecord(webhookEndpoints, endpointId, 'webhook endpoint');
  if (!endpoint.enabled) throw new Problem(409, 'endpoint_gone', 'The endpoint is disabled.');
  const { events: wanted } = endpoint;
  const matches = ({ type }: EventRecord) => wanted.includes('*') || wanted.includes(type);
  const [event] = events.page({ limit: 1, offset: 0, matches }).data;
  if (event)
    return deliveryView(queueDelivery(account, event, endpoint, { at: now, replay: true }));
  const detail =
    'Nothing has happened yet that this endpoint is told of. Make a checkout session first.';
  throw new Problem(409, 'nothing_to_tell', detail);
}

/** What was sent, to be looked at or sent again by hand. */
function requestOf(account: Account, id: string | undefined) {
  const { deliveries, events, webhookEndpoints } = account.records;
  const delivery = findRecord(deliveries, id, 'delivery');
  const event = events.get(delivery.event_id);
  const endpoint = webhookEndpoints.get(delivery.endpoint_id);
  if (!event || !endpoint) throw new Problem(409, 'endpoint_gone', 'The endpoint was deleted.');
  if (delivery.signed_at !== undefined)
    return webhookRequest(delivery, event, endpoint, delivery.signed_at);
  throw new Problem(409, 'not_sent', 'It was not sent yet. Move the clock to when it is due.');
}

function tellRoute(context: ServerContext): Route {
  return controlOperation(context, 'POST', '/deliveries', {
    summary: 'Tell a webhook endpoint of the latest event',
    body: tellBody,
    answer: { status: 201, schema: () => deliverySchema },
    refusals: [409],
    decide: ({ account, body, now }) => ({
      status: 201,
      body: tell(account, body.endpoint_id, now),
    }),
  });
}

/** The log of what endpoints were told. */
export function controlDeliveries(context: ServerContext): Route[] {
  return [
    controlOperation(context, 'GET', '/deliveries', {
      summary: 'List webhook deliveries',
      query: listQuery,
      answer: { status: 200, schema: () => listSchema(deliverySchema) },
      async prepare({ account, query }) {
        if (query.settled !== true) return;
        account.settle(account.clock.now());
        await context.worlds.idle(account);
      },
      decide: ({ account, query }) => ({ status: 200, body: list(account, query) }),
    }),
    tellRoute(context),
    controlOperation(context, 'GET', '/deliveries/:id/request', {
      summary: 'Retrieve the request of a webhook delivery',
      answer: { status: 200, schema: () => webhookRequestSchema },
      refusals: [409],
      decide: ({ account, params }) => ({
        status: 200,
        body: requestOf(account, params['id']),
      }),
    }),
    controlOperation(context, 'POST', '/deliveries/:id/replay', {
      summary: 'Replay a webhook delivery',
      answer: { status: 201, schema: () => deliverySchema },
      refusals: [409],
      decide: ({ account, params, now }) => ({
        status: 201,
        body: replay(account, params['id'], now),
      }),
    }),
  ];
}
