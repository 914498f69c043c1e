import { expect, test } from 'vitest';
import { pickLocale } from './pickLocale.ts';

test.each([
  ['de', 'en', 'de'],
  ['de-AT', undefined, 'de'],
  ['EN_us', 'de', 'en'],
  ['fr', 'de-CH,fr;q=0.9', 'de'],
  [undefined, 'fr-FR, de;q=0.5, en;q=0.7', 'en'],
  [undefined, 'de;q=0, en-GB', 'en'],
  [undefined, 'fr, *;q=0.1', 'en'],
  [undefined, undefined, 'en'],
  ['<script>', ';;q=x,,', 'en'],
])('locale=%s and Accept-Language %s give %s', (query, header, locale) => {
  expect(pickLocale(query, header)).toBe(locale);
});
