// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createFakePlatform, type FakePage } from '../testing/fakes/createFakePlatform.ts';
import { resolveLocale } from './resolveLocale.ts';

let fake: FakePage;

beforeEach(() => {
  document.documentElement.lang = 'fr';
  fake = createFakePlatform(document, () => Promise.resolve());
  fake.navigator.language = 'es-MX';
});

test('a language that is given stands, whatever page and browser speak', () => {
  expect(resolveLocale(fake.platform, 'pt-BR')).toBe('pt-BR');
});

test.each([undefined, null, '', 'auto'])('%j is the language of the page', (given) => {
  expect(resolveLocale(fake.platform, given)).toBe('fr');
});

test('a page that names no language is taken to speak that of the browser', () => {
  document.documentElement.lang = '';
  expect(resolveLocale(fake.platform, 'auto')).toBe('es-MX');
});

test.each(['d', 'de_AT', 'German please', 'de-'])('%j is no language tag', (given) => {
  expect(() => resolveLocale(fake.platform, given)).toThrow('it is not a language tag');
});
