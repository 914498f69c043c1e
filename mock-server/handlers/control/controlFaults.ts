import { z } from 'zod';
import { isRequestPattern } from '../../domain/requests/matchesRequest.ts';
import type { Account } from '../../store/createAccount.ts';
import type { FaultRecord, WebhookFault } from '../../store/records/FaultRecord.ts';
import { findRecord } from '../operations/findRecord.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { controlOperation } from './controlOperation.ts';

const timesField = z.int().min(1).max(1_000_000);

/** What happens to a request that a fault means. */
export const faultEffects = {
  latency_ms: z.int().min(0).max(60_000).nullable().default(null),
  status: z.int().min(400).max(599).nullable().default(null),
  drop: z.enum(['before', 'after_commit']).nullable().default(null),
};

const pattern = 'Give a path, or a method and a path: POST /api/checkout/session/payments';

const matchField = z
  .string({ error: pattern })
  .max(500, { error: 'This is too long. Give at most 500 characters' });

const faultBodySchema = z
  .strictObject({ match: matchField, ...faultEffects, times: timesField.default(1) })
  .superRefine(({ match, latency_ms: latency, status, drop }, context) => {
    const refuse = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (!isRequestPattern(match)) {
      refuse('match', pattern);
    }
    if (!latency && status === null && drop === null) {
      const field = latency === null ? 'status' : 'latency_ms';
      refuse(field, 'Give latency_ms above 0, status or drop: else nothing goes wrong');
    }
    if (status !== null && drop !== null) refuse('drop', 'Give status or drop, not both');
  })
  .meta({ id: 'AddFault' });

const faultSchema = z
  .strictObject({
    id: z.string(),
    match: z.string(),
    latency_ms: z.int().nullable(),
    status: z.int().nullable(),
    drop: z.enum(['before', 'after_commit']).nullable(),
    times: z.int(),
    left: z.int(),
  })
  .meta({ id: 'Fault' });

const kindField = z.enum(['duplicate', 'reorder', 'bad_signature']);

const webhookFaultSchema = z
  .strictObject({ id: z.string(), kind: kindField, times: z.int(), left: z.int() })
  .meta({ id: 'WebhookFault' });

function faultView({ id, match, latency_ms, status, drop, times, left }: FaultRecord) {
  return { id, match, latency_ms, status, drop, times, left };
}

const webhookFaultView = ({ id, kind, times, left }: WebhookFault) => ({ id, kind, times, left });

function newFault<B extends { readonly times: number }>(account: Account, body: B, now: number) {
  const id = account.random.id('flt');
  return { id, ...body, left: body.times, created_at: now, updated_at: now };
}

function requestFaults(context: ServerContext): Route[] {
  return [
    controlOperation(context, 'POST', '/faults', {
      summary: 'Add a fault of requests',
      body: faultBodySchema,
      answer: { status: 201, schema: () => faultSchema },
      decide({ account, body, now }) {
        const fault = account.records.faults.put(newFault(account, body, now));
        return { status: 201, body: faultView(fault) };
      },
    }),
    controlOperation(context, 'GET', '/faults', {
      summary: 'List the faults of requests',
      answer: { status: 200, schema: () => z.strictObject({ data: z.array(faultSchema) }) },
      decide: ({ account }) => ({
        status: 200,
        body: { data: [...account.records.faults.values()].map(faultView) },
      }),
    }),
    controlOperation(context, 'DELETE', '/faults', {
      summary: 'Delete all faults',
      answer: { status: 204 },
      decide({ account: { records } }) {
        for (const { id } of [...records.faults.values()]) records.faults.delete(id);
        for (const { id } of [...records.webhookFaults.values()]) records.webhookFaults.delete(id);
        return { status: 204 };
      },
    }),
    controlOperation(context, 'DELETE', '/faults/:id', {
      summary: 'Delete a fault of requests',
      answer: { status: 204 },
      decide({ account: { records }, params }) {
        records.faults.delete(findRecord(records.faults, params['id'], 'fault').id);
        return { status: 204 };
      },
    }),
  ];
}

/** What goes wrong on purpose. */
export function controlFaults(context: ServerContext): Route[] {
  return [
    ...requestFaults(context),
    controlOperation(context, 'POST', '/webhook-faults', {
      summary: 'Add a fault of webhooks',
      body: z.strictObject({ kind: kindField, times: timesField.default(1) }),
      answer: { status: 201, schema: () => webhookFaultSchema },
      decide({ account, body, now }) {
        const fault = account.records.webhookFaults.put(newFault(account, body, now));
        return { status: 201, body: webhookFaultView(fault) };
      },
    }),
    controlOperation(context, 'GET', '/webhook-faults', {
      summary: 'List the faults of webhooks',
      answer: { status: 200, schema: () => z.strictObject({ data: z.array(webhookFaultSchema) }) },
      decide: ({ account }) => ({
        status: 200,
        body: { data: [...account.records.webhookFaults.values()].map(webhookFaultView) },
      }),
    }),
  ];
}
