import type { Flow } from './Flow.ts';
import type { Later } from './Later.ts';

const deadline = 15_000;

/** The second half of the page: fetched when first asked for, once. */
export interface Loader {
  /** Rejects when it does not come in time; asking again tries again. */
  readonly load: () => Promise<Later>;
  /** What has come so far. */
  readonly get: () => Later | undefined;
}

export const createLoader = (flow: Flow): Loader => {
  let later: Later | undefined;
  let loading: Promise<Later> | undefined;
  const fetchLater = async (): Promise<Later> => {
    const { createLater } = await import('../later.ts');
    later ??= createLater(flow);
    return later;
  };
  const late = (): Promise<never> =>
    new Promise((_resolve, reject) => {
      setTimeout(() => {
        reject(new Error('Failed to load the rest of the page: it took too long. Try again.'));
      }, deadline);
    });
  return {
    get: () => later,
    load() {
      loading ??= Promise.race([fetchLater(), late()]).catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
};
