import { hostedPageOpening } from './generated/hostedPageAssets.ts';
import { assetPath } from './documents/assetPath.ts';
import { documentShell } from './documents/documentShell.ts';
import { html, inlineScript, jsonScript } from '../page-parts/html.ts';
import { skeleton } from './documents/skeleton.ts';
import { lateNotice } from './documents/lateNotice.ts';
import type { PageData } from './PageData.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { documentTexts } from './texts/documentTexts.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import type { Locale } from './texts/Texts.ts';

/**
 * The document of the checkout: a skeleton, its words in one language, and the names of its script and style. It holds
 * nothing of the session but the origins that may embed it.
 */
export const renderPage = (input: {
  readonly surface: 'page' | 'embed';
  readonly locale: Locale;
  readonly allowedOrigins: readonly string[];
}): string => {
  const { surface, locale, allowedOrigins } = input;
  const texts = { en, de, fr, es, ar }[locale].first;
  const standsAlone = surface === 'page';
  const data: PageData = {
    surface,
    locale,
    texts,
    allowedOrigins,
    languages: assetPath('texts-en', 'json').replace('-en', '-*'),
  };
  return documentShell({
    locale,
    surface: standsAlone ? 'page' : 'inline',
    title: documentTexts[locale].checkout,
    // A script waits for the styles before it, so the opening stands before them, and the files are asked for first.
    head: html`<link rel="preload" as="style" href="${assetPath('checkout', 'css')}" />
      <script type="module" src="${assetPath('checkout', 'js')}"></script>
      ${jsonScript('data', data)}${inlineScript(hostedPageOpening.script)}`,
    body: html`<div id="checkout">
      ${skeleton(texts.loading, standsAlone)}${standsAlone ? lateNotice(texts, documentTexts[locale].needsScript) : html``}
    </div>`,
    // Between boxes a line break is nothing but bytes.
  }).replaceAll('>\n<', '><');
};
