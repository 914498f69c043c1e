import { expect, test } from 'vitest';
import { workerFault } from './workerFault.ts';

const page = 'https://demo.example/shop/index.html';

test.each([
  ['/mockServiceWorker.js', page],
  ['../mockServiceWorker.js?v=1', page],
  ['./mockServiceWorker.js', 'http://localhost:5173/'],
])('a worker from %s answers for all of the site of %s', (script, of) => {
  expect(workerFault(script, of, true)).toBeUndefined();
});

test.each([
  ['./mockServiceWorker.js', /is in \/shop\/, .* Put the script at the root of the site\.$/],
  ['/public/mockServiceWorker.js', /is in \/public\/, .*not for the checkout's frame/],
  ['https://cdn.example/mockServiceWorker.js', /on another origin/],
])('a worker from %s cannot, and is refused before it starts', (script, words) => {
  expect(workerFault(script, page, true)).toMatch(words);
});

test('a page without service workers is told where there are some', () => {
  expect(workerFault('/mockServiceWorker.js', 'http://192.168.0.5:3000/', false)).toBe(
    'this page has no service workers. Open it over https or on localhost.',
  );
});
