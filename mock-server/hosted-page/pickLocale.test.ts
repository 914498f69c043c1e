import { expect, test } from 'vitest';
import { pickLocale } from './pickLocale.ts';

test.each([
  ['de', 'en', 'de'],
  ['de-AT', undefined, 'de'],
  ['EN_us', 'de', 'en'],
  ['nl', 'de-CH,nl;q=0.9', 'de'],
  [undefined, 'nl-NL, de;q=0.5, en;q=0.7', 'en'],
  [undefined, 'de;q=0, en-GB', 'en'],
  [undefined, 'nl, *;q=0.1', 'en'],
  [undefined, undefined, 'en'],
  ['<script>', ';;q=x,,', 'en'],
])('locale=%s and Accept-Language %s give %s', (query, header, locale) => {
  expect(pickLocale(query, header)).toBe(locale);
});
