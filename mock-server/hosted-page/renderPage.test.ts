import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hostedPageAssets, hostedPageOpening } from './generated/hostedPageAssets.ts';
import { renderChallenge, type Challenge } from './renderChallenge.ts';
import { renderNotice } from './renderNotice.ts';
import { renderPage } from './renderPage.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import type { Locale } from './texts/Texts.ts';

const locales: readonly Locale[] = ['en', 'de', 'fr', 'es', 'ar'];

const page = (locale: Locale, surface: 'page' | 'embed' = 'embed'): string =>
  renderPage({ surface, locale, allowedOrigins: ['https://shop.example'] });

const weight = (text: string): number => brotliCompressSync(text).length;

/** The files that a document names for its own loading. */
const loads = (document: string): string[] => [
  ...new Set([...document.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path)),
];

const surfaces = ['embed', 'page'] as const;

test.each(locales.flatMap((locale) => surfaces.map((surface) => [surface, locale] as const)))(
  'the first load of the %s in %s weighs at most 20 kB',
  (surface, locale) => {
    const document = page(locale, surface);
    const files = loads(document).map((path) => hostedPageAssets[path]?.body ?? '');
    expect(files).toHaveLength(2);
    expect(files).not.toContain('');
    const total = [document, ...files].reduce((sum, text) => sum + weight(text), 0);
    expect(total).toBeLessThanOrEqual(20_000);
  },
);

test('a document holds one language, no style, and no script but the opening', () => {
  expect(page('en')).not.toContain('Kartennummer');
  expect(page('de')).toContain('Kartennummer');
  expect(page('de')).not.toContain('Card number');
  expect(page('en')).not.toMatch(/ style=|<style|\son\w+=|javascript:/);
  const scripts = [...page('en').matchAll(/<script([^>]*)>([^]*?)<\/script>/g)];
  expect(scripts.map(([, attributes]) => attributes)).toEqual([
    expect.stringMatching(/^ type="module" src="\/assets\/checkout-[\w-]+\.js"$/),
    ' type="application/json" id="data"',
    '',
  ]);
  const hash = createHash('sha256')
    .update(scripts[2]?.[2] ?? '')
    .digest('base64');
  expect(hostedPageOpening.hash).toBe(`sha256-${hash}`);
});

test.each(locales)(
  'a page in %s, which has nobody around it, says by itself what is missing',
  (locale) => {
    const { network, networkHint, tryAgain } = { en, de, fr, es, ar }[locale].first;
    const late =
      /<div class="late">.*$/.exec(page(locale, 'page').replaceAll('\n', ' '))?.[0] ?? '';
    expect(late).toContain(`<h1>${network}</h1>`);
    expect(late).toContain(`<p class="muted">${networkHint} `);
    expect(late).toMatch(/<noscript><p class="muted">[^<]*JavaScript/);
    expect(late).toContain(`<a class="btn" href="">${tryAgain}</a>`);
    expect(page(locale, 'embed')).not.toContain('<noscript>');
  },
);

test('the opening runs before the style has come, and after the files are asked for', () => {
  const document = page('en');
  const order = ['rel="preload"', 'type="module"', 'id="data"', '<script>', 'rel="stylesheet"'];
  const places = order.map((part) => document.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the document is laid out from right to left in Arabic alone', () => {
  for (const locale of locales) {
    expect(page(locale)).toContain(`lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
  }
});

test('every file the page may ask for is built', () => {
  const data = /id="data">(.*?)<\/script>/.exec(page('en'))?.[1] ?? '';
  const { languages } = JSON.parse(data) as { languages: string };
  for (const locale of locales) {
    expect(hostedPageAssets).toHaveProperty([languages.replace('*', locale)]);
  }
  for (const [path, { body }] of Object.entries(hostedPageAssets)) {
    for (const [, name = ''] of body.matchAll(/import\("\.\/([\w.-]+)"\)/g)) {
      expect(hostedPageAssets, path).toHaveProperty([`/assets/${name}`]);
    }
  }
});

test('nothing of a merchant’s words is ever taken for markup', () => {
  const challenge: Challenge = {
    locale: 'en',
    merchantName: '<img src=x onerror=alert(1)>',
    amount: { amount_atom: 6800, currency: 'usd' },
    card: { brand: 'visa', last4: '3220' },
    outcome: undefined,
  };
  const document = renderChallenge(challenge);
  expect(document).not.toContain('<img');
  expect(document).toContain('$68.00');
  expect(document).toContain('Visa ending in 3220');
});

test.each([
  ['pass', 'You approved this payment'],
  ['fail', 'You refused this payment'],
] as const)('after %s the bank’s page asks nothing more', (outcome, words) => {
  const document = renderChallenge({
    locale: 'en',
    merchantName: 'Alder Press',
    amount: undefined,
    card: { brand: 'amex', last4: '0005' },
    outcome,
  });
  expect(document).toContain(words);
  expect(document).not.toContain('<form');
});

test('an address without a checkout says so in the page’s language', () => {
  expect(renderNotice({ locale: 'de', about: 'checkout' })).toContain('Es wurde nichts abgebucht');
  expect(renderNotice({ locale: 'en', about: 'challenge' })).toContain('nothing to confirm');
});
