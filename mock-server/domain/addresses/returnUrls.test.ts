import { expect, test } from 'vitest';
import { fillReturnUrl, isExactOrigin, returnUrlOrigin } from './returnUrls.ts';

test.each([
  ['https://shop.example/thanks', 'https://shop.example'],
  ['https://shop.example:8443/a?b=c#d', 'https://shop.example:8443'],
  ['HTTPS://SHOP.example', 'https://shop.example'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['http://shop.localhost:3000/', 'http://shop.localhost:3000'],
  ['http://127.0.0.1/', 'http://127.0.0.1'],
  ['http://[::1]:3000/', 'http://[::1]:3000'],
  ['https://shop.example/{CHECKOUT_SESSION_ID}?id={CHECKOUT_SESSION_ID}', 'https://shop.example'],
])('%s may be returned to, at %s', (url, origin) => {
  expect(returnUrlOrigin(url)).toBe(origin);
});

test.each([
  '',
  '/thanks',
  '//shop.example/',
  'shop.example',
  // From an https page these lead to a path of that page's own site.
  'https:shop.example/',
  'https:/shop.example/',
  'http://shop.example/',
  'http://localhost.evil.example/',
  'http://128.0.0.1/',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' https://shop.example/',
  'https://shop.example/a b',
  'https:\\\\shop.example/',
  'https://shop.example\\@evil.example/',
  'data:text/html,x',
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  'ftp://shop.example/',
  'intent://shop.example/',
  'https://shop.example@evil.example/',
  'https://user:pass@shop.example/',
  'https://shop.example./',
  'https://*.example/',
  'https://a;script-src/',
  'https://a,b/',
  'https://{CHECKOUT_SESSION_ID}.evil.example/',
  'https://{CHECKOUT_SESSION_ID}/',
])('%j may not be returned to', (url) => {
  expect(returnUrlOrigin(url)).toBeUndefined();
});

test('the session id is filled in as a value, wherever it stands', () => {
  const url = 'https://shop.example/o/{CHECKOUT_SESSION_ID}?id={CHECKOUT_SESSION_ID}&x={OTHER}';
  expect(fillReturnUrl(url, 'cs_dev_1')).toBe(
    'https://shop.example/o/cs_dev_1?id=cs_dev_1&x={OTHER}',
  );
  expect(fillReturnUrl('https://shop.example/?id={CHECKOUT_SESSION_ID}', 'a&b=c')).toBe(
    'https://shop.example/?id=a%26b%3Dc',
  );
});

test.each([
  ['https://shop.example', true],
  ['https://shop.example:8443', true],
  ['http://localhost:3000', true],
  ['http://127.0.0.1', true],
  ['https://shop.example/', false],
  ['https://shop.example:443', false],
  ['https://SHOP.example', false],
  ['http://shop.example', false],
  ['*', false],
  ['null', false],
  ['https://*.example', false],
  ['https://*', false],
  ['https://a;script-src', false],
  ["https://'none'", false],
  ['https://xn--bcher-kva.example', true],
  ['http://[::1]:3000', true],
  ["https://shop.example; frame-ancestors 'none'", false],
  ['blob:https://shop.example', false],
])('%s is an exact origin: %s', (text, exact) => {
  expect(isExactOrigin(text)).toBe(exact);
});
