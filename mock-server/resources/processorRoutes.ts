import { z } from 'zod';
import { idField, nameField } from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource, type Change } from './Resource.ts';
import { ordersOf, someSession } from './someSession.ts';

const processorsField = z
  .array(z.strictObject({ processor_id: idField }))
  .min(1)
  .max(20);

function check({ account, refuse }: Change, processors: z.infer<typeof processorsField>): void {
  const seen = new Set<string>();
  for (const [index, { processor_id: id }] of processors.entries()) {
    const loc = ['processors', index, 'processor_id'];
    if (!account.records.processors.get(id)) {
      refuse(loc, 'unknown_processor', 'There is no such processor in this account: check its id');
    }
    if (seen.has(id)) refuse(loc, 'repeated', 'Name each processor once');
    seen.add(id);
  }
}

/** Processors in the order in which they are tried. */
export const processorRoutes = defineResource({
  path: 'processor-routes',
  object: 'processor_route',
  prefix: 'proute',
  collection: ({ processorRoutes: collection }) => collection,
  shape: {
    name: z.string(),
    processors: z.array(z.object({ processor_id: z.string() })),
  },
  view: ({ name, processors }) => ({ name, processors: [...processors] }),
  create: {
    body: z.strictObject({ name: nameField, processors: processorsField }),
    make(change, body, base) {
      check(change, body.processors);
      return { ...base, ...body };
    },
  },
  update: {
    body: z.strictObject({ name: nameField.optional(), processors: processorsField.optional() }),
    apply(change, route, body) {
      check(change, body.processors ?? []);
      return applyChanges(route, body);
    },
  },
  remove: {
    obstacle: (account, { id }) =>
      someSession(account, (session) =>
        ordersOf(session).some(({ processor_route_id: of }) => of === id),
      )
        ? 'A checkout session has this processor route. Change its processors instead.'
        : undefined,
  },
});
