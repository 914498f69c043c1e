import { documentShell } from './documents/documentShell.ts';
import { html, type Html } from '../page-parts/html.ts';
import { cardBrandName } from './form/cardNumber.ts';
import { fill, formatMoney } from '../page-parts/format.ts';
import { documentTexts } from './texts/documentTexts.ts';
import type { Locale } from './texts/Texts.ts';

/** What the stand-in for a bank knows of a payment. */
export interface Challenge {
  readonly locale: Locale;
  readonly merchantName: string;
  readonly amount: { readonly amount_atom: number; readonly currency: string } | undefined;
  readonly card: { readonly brand: string; readonly last4: string };
  /** The shopper's answer, once there is one. */
  readonly outcome: 'pass' | 'fail' | undefined;
}

const row = (term: string, value: string, classes = ''): Html =>
  html`<div class="row">
    <dt>${term}</dt>
    <dd class="${classes}">${value}</dd>
  </div>`;

const question = ({ locale, merchantName, amount, card }: Challenge): Html => {
  const t = documentTexts[locale];
  const money = amount && formatMoney(amount.amount_atom, amount.currency, locale);
  return html`<div>
      <h1>${t.approveThis}</h1>
      <p class="muted">${t.standsIn}</p>
    </div>
    <dl class="rcpt wide">
      ${row(t.to, merchantName)}${money === undefined ? html`` : row(t.amount, money, 'num')}${row(t.card, fill(t.cardEnding, { brand: cardBrandName(card.brand), last4: card.last4 }))}
    </dl>
    <form class="pair wide" method="post">
      <button class="btn" name="outcome" value="fail">${t.refuse}</button>
      <button class="btn" name="outcome" value="pass">${t.approve}</button>
    </form>`;
};

const answer = (locale: Locale, passed: boolean): Html => {
  const t = documentTexts[locale];
  return html`<div role="status">
    <h1>${passed ? t.approved : t.refused}</h1>
    <p class="muted">${t.goingBack}</p>
  </div>`;
};

/**
 * The 3-D Secure stand-in: a bank's page, shown inside the checkout. It needs no script; its form is answered with this
 * document again, and the checkout learns of the answer from the API.
 */
export const renderChallenge = (challenge: Challenge): string => {
  const { locale, outcome } = challenge;
  const t = documentTexts[locale];
  return documentShell({
    locale,
    surface: 'overlay',
    title: t.bank,
    body: html`<div class="co">
      <div class="col solo">
        <p class="who"><span class="mark" aria-hidden="true">T</span> ${t.bank}</p>
        ${outcome === undefined ? question(challenge) : answer(locale, outcome === 'pass')}
      </div>
    </div>`,
  });
};
