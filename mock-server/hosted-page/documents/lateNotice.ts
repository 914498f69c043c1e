import { html, type Html } from '../../page-parts/html.ts';
import type { FirstTexts } from '../texts/Texts.ts';

/**
 * What the style sheet shows over the skeleton when the script has not taken its place in time, or never will: it was not
 * found, a blocker holds it, the browser runs none. A frame has a page around it that says so; a tab has nobody.
 */
export const lateNotice = (texts: FirstTexts, needsScript: string): Html =>
  html`<div class="late">
    <div class="co">
      <div class="col solo" role="alert">
        <h1>${texts.network}</h1>
        <noscript><p class="muted">${needsScript}</p></noscript>
        <p class="muted">${texts.networkHint} ${texts.paidAlready}</p>
        <a class="btn" href="">${texts.tryAgain}</a>
      </div>
    </div>
  </div>`;
