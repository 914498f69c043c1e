import { z } from 'zod';
import { eventTypes } from '../domain/webhooks/eventTypes.ts';
import { eventEnvelope } from './eventEnvelope.ts';
import { defineResource } from './Resource.ts';

const type = z.enum(eventTypes);

/** What happened, newest first. Nobody makes them, and nobody changes what happened. */
export const events = defineResource({
  path: 'events',
  object: 'event',
  prefix: 'evt',
  collection: ({ events: collection }) => collection,
  shape: {
    type,
    /** Unix seconds, as in what is sent. */
    created: z.int(),
    data: z.strictObject({
      object: z.looseObject({}),
      previous_attributes: z.looseObject({}).optional(),
    }),
  },
  view(event) {
    const { created, data } = eventEnvelope(event);
    return { type: event.type, created, data: data as { object: Record<string, unknown> } };
  },
  filters: { type },
});
