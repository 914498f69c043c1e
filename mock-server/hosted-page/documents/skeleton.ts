import { html, type Html } from '../../page-parts/html.ts';

const bar = (classes: string): Html => html`<span class="sk ${classes}"></span>`;
const field = (width: string): Html =>
  html`<div class="field">${bar(`${width} h1`)}${bar('h3')}</div>`;
const pair = html`<div class="pair">${field('w2')}${field('w2')}</div>`;

/** The same boxes, in the same places, as the checkout that follows. Painted before any script has come. */
export const skeleton = (loading: string, standsAlone: boolean): Html =>
  html`<section class="co two" aria-busy="true" ${standsAlone ? html` role="main"` : html``}>
    <div class="sr" role="status"><h1>${loading}</h1></div>
    <div class="col" aria-hidden="true">
      ${standsAlone ? html`<div class="who"><span class="back"></span>${bar('mark')}${bar('w2 h1')}</div>` : html``}
      <div>${standsAlone ? html`` : bar('w1 h1')}${bar('w2 h2')}</div>
      <div class="lines">
        ${bar('w3 h1')}
        <div class="totals">${bar('w2 h1')}</div>
        <div class="link">${bar('w2 h1')}</div>
      </div>
    </div>
    <div class="col pay" aria-hidden="true">
      ${bar('h3')}
      <div class="fields">
        ${field('w1')}${field('w2')}${pair}${pair}
        <div class="check">${bar('w3 h1')}</div>
        ${bar('h3')}
      </div>
    </div>
  </section>`;
