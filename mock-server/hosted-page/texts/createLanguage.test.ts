// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { flowFixture } from '../fixtures/flowFixture.ts';
import { ar } from './ar.ts';
import { createLanguage } from './createLanguage.ts';
import { de } from './de.ts';

const root = document.documentElement;

/** A page in English whose other languages a test hands out, each when it wants. */
const page = () => {
  root.lang = 'en';
  root.dir = 'ltr';
  const waiting = new Map<string, (response: Response) => void>();
  vi.stubGlobal(
    'fetch',
    (path: string) => new Promise<Response>((resolve) => waiting.set(path, resolve)),
  );
  const { flow, state } = flowFixture({});
  return {
    state,
    show: createLanguage(flow.store, '/texts-*.json'),
    answer: (path: string, response: Response) => waiting.get(path)?.(response),
  };
};

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a page that becomes Arabic is read from right to left, and back again', async () => {
  const { state, show, answer } = page();
  const arabic = show('ar-EG');
  answer('/texts-ar.json', Response.json(ar));
  await arabic;
  expect([root.lang, root.dir, state().texts.email]).toEqual(['ar', 'rtl', ar.first.email]);
  const german = show('de');
  answer('/texts-de.json', Response.json(de));
  await german;
  expect([root.lang, root.dir, state().laterTexts]).toEqual(['de', 'ltr', de.later]);
});

test('the language asked for last wins, however late the others come', async () => {
  const { state, show, answer } = page();
  const both = [show('ar'), show('de')];
  answer('/texts-de.json', Response.json(de));
  answer('/texts-ar.json', Response.json(ar));
  await Promise.all(both);
  expect([state().locale, root.dir]).toEqual(['de', 'ltr']);
});

test('a language that does not come leaves the page as it is', async () => {
  const { state, show, answer } = page();
  const arabic = show('ar');
  answer('/texts-ar.json', Response.json({}, { status: 500 }));
  await arabic;
  expect([state().locale, root.lang, root.dir]).toEqual(['en', 'en', 'ltr']);
});
