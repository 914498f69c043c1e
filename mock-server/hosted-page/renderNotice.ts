import { documentShell } from './documents/documentShell.ts';
import { html } from '../page-parts/html.ts';
import { documentTexts } from './texts/documentTexts.ts';
import type { Locale } from './texts/Texts.ts';

/** The document for an address that leads to no checkout, or to no bank confirmation. */
export const renderNotice = (input: {
  readonly locale: Locale;
  readonly about: 'checkout' | 'challenge';
}): string => {
  const t = documentTexts[input.locale];
  const challenge = input.about === 'challenge';
  const title = challenge ? t.challengeOver : t.notFound;
  return documentShell({
    locale: input.locale,
    surface: challenge ? 'overlay' : 'page',
    title,
    body: html`<main class="co">
      <div class="col solo">
        <span class="disc" aria-hidden="true"
          ><svg width="16" viewBox="0 0 16 16"><path d="m4.5 4.5 7 7m0-7-7 7" /></svg
        ></span>
        <div>
          <h1>${title}</h1>
          <p class="muted">${challenge ? t.challengeOverHint : t.notFoundHint}</p>
        </div>
      </div>
    </main>`,
  });
};
