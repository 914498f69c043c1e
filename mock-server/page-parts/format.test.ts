import { expect, test, vi } from 'vitest';
import { fill, formatDate, formatMoney } from './format.ts';

// Intl separates amount and sign by spaces that do not break.
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  [6800, 'usd', 'en', '$68.00'],
  [6800, 'usd', 'de', '68,00 $'],
  [123_456_789, 'eur', 'de', '1.234.567,89 €'],
  [6800, 'jpy', 'en', '¥6,800'],
  [6800, 'kwd', 'en', 'KWD 6.800'],
  [-1360, 'usd', 'en', '−$13.60'],
  [99_999_999_999, 'usd', 'en', '$999,999,999.99'],
  [0, 'usd', 'en', '$0.00'],
  [6800, 'usd', 'ar', '68.00 US$'],
  [-1360, 'usd', 'ar', '−13.60 US$'],
  // The mark keeps the last full stop beside its letter, where it would else stand before the first one.
  [6800, 'kwd', 'ar', '6.800 د.ك.\u200f'],
  [-1360, 'sar', 'ar', '−13.60 ر.س.\u200f'],
])('%i %s in %s is %s', (amount, currency, locale, shown) => {
  expect(plain(formatMoney(amount, currency, locale))).toBe(shown);
});

test('a date is written out, its day beside its month', () => {
  const time = Date.parse('2026-12-06T12:00:00Z');
  expect(formatDate(time, 'en')).toBe('December\u00a06, 2026');
  expect(formatDate(time, 'de')).toBe('6.\u00a0Dezember 2026');
  expect(formatDate(time, 'ar')).toBe('6\u00a0ديسمبر 2026');
});

test.each([
  ['Pacific/Kiritimati', 'December\u00a07, 2026'],
  ['Pacific/Pago_Pago', 'December\u00a06, 2026'],
])('a date is the day that it is for a shopper in %s', (zone, day) => {
  vi.stubEnv('TZ', zone);
  expect(formatDate(Date.parse('2026-12-06T12:00:00Z'), 'en')).toBe(day);
});

test('a value is put in as it is, even if it looks like a name or a pattern', () => {
  expect(fill('Pay {m}', { m: '{m} & $1' })).toBe('Pay {m} & $1');
  expect(fill('Pay {m}', {})).toBe('Pay {m}');
});
