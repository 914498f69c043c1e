const verb = /^(?:([A-Z]+) )?([/*]\S*)$/;

/** Whether a text says which requests it means: `POST /api/:account/checkout-sessions`, or a path alone. */
export function isRequestPattern(text: string): boolean {
  return verb.test(text);
}

/** What a step of a pattern takes: one letter, or with `again` as many as there are. */
interface Step {
  readonly takes: (letter: string) => boolean;
  readonly again: boolean;
}

const isAnything = (): boolean => true;
const isNoSlash = (letter: string): boolean => letter !== '/';

function stepsOf(part: string): Step[] {
  if (part.startsWith('*')) return [{ takes: isAnything, again: true }];
  if (part.length === 1) return [{ takes: (letter) => letter === part, again: false }];
  return [
    { takes: isNoSlash, again: false },
    { takes: isNoSlash, again: true },
  ];
}

/** The places that a pattern can be at, with those behind steps that need not take anything. */
function reach(steps: readonly Step[], places: Set<number>): Set<number> {
  for (const place of places) if (steps[place]?.again) places.add(place + 1);
  return places;
}

/**
 * Whether a request is among those that a pattern means. `*` stands for any text, `:name` for one part of the path. Goes
 * over the path once: a regular expression would try again for every `*`, and stand still for minutes over a few of them.
 */
export function matchesRequest(pattern: string, method: string, pathname: string): boolean {
  const [, wanted, path = ''] = verb.exec(pattern) ?? [];
  if (wanted !== undefined && wanted !== method) return false;
  const steps = (path.match(/\*+|:\w+|[^]/g) ?? []).flatMap(stepsOf);
  let places = reach(steps, new Set([0]));
  for (const letter of pathname.split('')) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step?.takes(letter)) next.add(step.again ? place : place + 1);
    }
    places = reach(steps, next);
  }
  return places.has(steps.length);
}
