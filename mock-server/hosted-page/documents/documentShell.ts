import { assetPath } from './assetPath.ts';
import { html, type Html } from '../../page-parts/html.ts';

const direction = (locale: string): string => (locale === 'ar' ? 'rtl' : 'ltr');

/** A complete document in the page's design. */
export const documentShell = (input: {
  readonly locale: string;
  readonly surface: 'page' | 'inline' | 'overlay';
  readonly title: string;
  readonly head?: Html;
  readonly body: Html;
}): string =>
  html`<!doctype html>
    <html lang="${input.locale}" dir="${direction(input.locale)}" data-surface="${input.surface}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${input.title}</title>
        <link rel="icon" href="data:," />
        ${input.head ?? html``}
        <link rel="stylesheet" href="${assetPath('checkout', 'css')}" />
      </head>
      <body>
        ${input.body}
      </body>
    </html> `.html;
