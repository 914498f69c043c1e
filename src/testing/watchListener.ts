import type { TestWorld } from './TestWorld.ts';

/** A function of the page whose promise is looked after: a step that calls it waits a moment for it. */
function watch<Call>(world: TestWorld, given: Call, failed: (error: unknown) => void): Call {
  if (typeof given !== 'function') return given;
  const call = given as unknown as (...all: unknown[]) => unknown;
  const watched = (...all: unknown[]): unknown => {
    const result = call(...all);
    world.waiting++;
    void Promise.resolve(result)
      .catch(failed)
      .finally(() => world.waiting--);
    return result;
  };
  return watched as unknown as Call;
}

/**
 * A listener of the page: what it rejects with during a step fails that step, as what it throws does. At other times that
 * is nobody's, as on any page.
 */
export const watchListener = <Listener>(world: TestWorld, listener: Listener): Listener =>
  watch(world, listener, (error) => {
    if (world.steps === 0) throw error;
    world.page.reported.push(error);
  });

/** What becomes of a confirmation that fails is told by events. */
const watchOption = (world: TestWorld, name: string, value: unknown): unknown => {
  if (name === 'completion') return watch(world, value, () => undefined);
  return /^on[A-Z]/.test(name) ? watchListener(world, value) : value;
};

/** The same for the listeners among the options, and the function that confirms a payment. */
export function watchOptions<Options>(world: TestWorld, options: Options): Options {
  // What is no object is refused where it is read.
  if (typeof options !== 'object' || options === null) return options;
  const watched = (Object.entries(options) as [string, unknown][]).map(([name, value]) => [
    name,
    watchOption(world, name, value),
  ]);
  return Object.fromEntries(watched) as Options;
}
