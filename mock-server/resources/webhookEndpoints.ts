import { z } from 'zod';
import { nearestName } from '../domain/requests/nearestName.ts';
import { eventTypes } from '../domain/webhooks/eventTypes.ts';
import { webhookUrlFault } from '../domain/webhooks/webhookUrlFault.ts';
import { webhookSecret } from '../domain/webhooks/signWebhook.ts';
import { descriptionField, fixedField } from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource, type Change } from './Resource.ts';

const eventName = z.enum(['*', ...eventTypes], {
  error({ input }) {
    const meant = typeof input === 'string' ? nearestName(input, eventTypes) : undefined;
    return meant === undefined
      ? 'Give an event type, such as checkout_session.completed, or * for all of them'
      : `There is no such event type. Perhaps you mean ${meant}`;
  },
});

const eventsField = z.array(eventName).min(1).max(100);

const urlField = z
  .url({ error: 'Give an absolute URL' })
  .max(2048, { error: 'This is too long. Give at most 2048 characters' });

function checkUrl({ account, refuse }: Change, url: string | undefined): void {
  const fault = url === undefined ? undefined : webhookUrlFault(url, account.webhookHosts);
  if (fault !== undefined) refuse(['url'], 'invalid_url', fault);
}

/** An address that is told of events. Its secret is shown when it is made, and in the dashboard. */
export const webhookEndpoints = defineResource({
  path: 'webhook-endpoints',
  object: 'webhook_endpoint',
  prefix: 'we',
  collection: ({ webhookEndpoints: collection }) => collection,
  shape: {
    url: z.string(),
    events: z.array(eventName),
    description: z.string().nullable(),
    enabled: z.boolean(),
    secret: z.string(),
  },
  view: ({ url, events, description, enabled, secret }) => ({
    url,
    events: [...events],
    description,
    enabled,
    secret,
  }),
  create: {
    body: z.strictObject({
      url: urlField,
      events: eventsField.default(['*']),
      description: descriptionField.default(null),
      enabled: z.boolean().default(true),
    }),
    make(change, body, base) {
      checkUrl(change, body.url);
      return { ...base, ...body, secret: webhookSecret(change.account.random.bytes(24)) };
    },
  },
  update: {
    body: z.strictObject({
      url: urlField.optional(),
      events: eventsField.optional(),
      description: descriptionField.optional(),
      enabled: z.boolean().optional(),
      secret: fixedField,
    }),
    apply(change, endpoint, body) {
      checkUrl(change, body.url);
      const { url, events, description, enabled } = body;
      return applyChanges(endpoint, { url, events, description, enabled });
    },
  },
  remove: {},
});
