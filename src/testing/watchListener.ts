import type { TestWorld } from './TestWorld.ts';

/**
 * A listener of the page whose promise is looked after: what it rejects with during a step fails that step, as what it
 * throws does. At other times that is nobody's, as on any page.
 */
export function watchListener<Listener>(world: TestWorld, listener: Listener): Listener {
  if (typeof listener !== 'function') return listener;
  const call = listener as unknown as (...all: unknown[]) => unknown;
  const watched = (...all: unknown[]): unknown => {
    const result = call(...all);
    world.listening++;
    void Promise.resolve(result)
      .catch((error: unknown) => {
        if (world.steps === 0) throw error;
        world.page.reported.push(error);
      })
      .finally(() => world.listening--);
    return result;
  };
  return watched as unknown as Listener;
}

/** The same for the listeners among the options. */
export function watchOptions<Options>(world: TestWorld, options: Options): Options {
  // What is no object is refused where it is read.
  if (typeof options !== 'object' || options === null) return options;
  const watched = (Object.entries(options) as [string, unknown][]).map(([name, value]) => [
    name,
    /^on[A-Z]/.test(name) ? watchListener(world, value) : value,
  ]);
  return Object.fromEntries(watched) as Options;
}
