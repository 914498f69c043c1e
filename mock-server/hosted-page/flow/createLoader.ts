import type { PageData } from '../PageData.ts';
import type { Texts } from '../texts/Texts.ts';
import type { Flow } from './Flow.ts';
import type { Later } from './Later.ts';

/** The second half of the page: fetched when first asked for, once. */
export interface Loader {
  /** Rejects when it does not come in time; asking again tries again. */
  readonly load: () => Promise<Later>;
  /** What has come so far. */
  readonly get: () => Later | undefined;
}

/** A promise that ends: what it gives, or a rejection after so many milliseconds. */
export const inTime = <T>(promise: Promise<T>, milliseconds: number): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(reject, milliseconds);
    promise.then(resolve, reject);
  });

export const createLoader = (flow: Flow, languages: PageData['languages']): Loader => {
  let later: Later | undefined;
  let loading: Promise<Later> | undefined;
  const fetchWords = async (): Promise<Texts> => {
    const response = await fetch(languages.replace('*', flow.store.get().locale));
    return (await response.json()) as Texts;
  };
  const fetchLater = async (): Promise<Later> => {
    const [{ createLater }, texts] = await Promise.all([import('../createLater.ts'), fetchWords()]);
    later ??= createLater(flow, languages);
    flow.store.set({ laterTexts: texts.later });
    return later;
  };
  return {
    get: () => later,
    load: () => {
      loading ??= inTime(fetchLater(), 15_000).catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
};
