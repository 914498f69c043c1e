import type { PageData } from '../PageData.ts';
import { pickLocale } from '../pickLocale.ts';
import type { Store } from '../state/createStore.ts';
import type { Locale, Texts } from './Texts.ts';

const deadline = 10_000;

/** Fetches another language and shows it; the last one asked for wins. A language that does not come changes nothing. */
export const createLanguage = (
  store: Store,
  languages: PageData['languages'],
): ((tag: string) => Promise<void>) => {
  let wanted: Locale | undefined;
  return async (tag) => {
    const locale = pickLocale(tag, store.get().locale);
    wanted = locale;
    if (locale === store.get().locale) return;
    try {
      const response = await fetch(languages.replace('*', locale), {
        signal: AbortSignal.timeout(deadline),
      });
      const texts = (await response.json()) as Texts;
      if (!response.ok || store.get().locale === locale || locale !== wanted) return;
      const { documentElement: root } = document;
      root.lang = locale;
      root.dir = locale === 'ar' ? 'rtl' : 'ltr';
      store.set({ locale, texts: texts.first, laterTexts: texts.later });
    } catch {
      // The page stays readable in the language it has.
    }
  };
};
