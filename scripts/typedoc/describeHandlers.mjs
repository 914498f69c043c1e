import { Converter, ReflectionKind } from 'typedoc';

/**
 * A TypeDoc plugin: a handler option is described by the event that it handles. The options are made
 * from the events by a mapped type, which has no place for a comment of its own.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const all = project.getReflectionsByKind(ReflectionKind.All);
    const events = all.find(({ name }) => name === 'CheckoutEventData')?.children ?? [];
    for (const reflection of all) {
      const [, initial, rest] = /^on([A-Z])(\w+)$/.exec(reflection.name) ?? [];
      if (initial === undefined || reflection.comment !== undefined) continue;
      const event = events.find(({ name }) => name === initial.toLowerCase() + rest);
      reflection.comment = event?.comment?.clone();
    }
  });
}
