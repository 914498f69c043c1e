import { expect, test } from 'vitest';
import { parseSecureUrl } from './parseSecureUrl.ts';

test.each([
  ['https://shop.example/success', 'https://shop.example/success'],
  ['HTTPS://SHOP.example/a?b#c', 'https://shop.example/a?b#c'],
  ['http://localhost:4243/', 'http://localhost:4243/'],
  ['http://shop.localhost/', 'http://shop.localhost/'],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:1/'],
  ['http://[::1]/', 'http://[::1]/'],
  [' https://shop.example/', 'https://shop.example/'],
])('%s may be trusted', (given, href) => {
  expect(parseSecureUrl(given)?.href).toBe(href);
});

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://shop.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://shop.example/1',
  'filesystem:https://shop.example/temporary/1',
  'about:blank',
  'file:///etc/passwd',
  'intent://shop.example',
  'ftp://shop.example/',
  'ws://localhost/',
  'http://shop.example/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://127a0b0c1/',
  'http://localhost@evil.example/',
  'http://evil-localhost/',
  'https://shop.example@evil.example/',
  'https://shop.example:pw@evil.example/',
  'http://user@localhost/',
  '//evil.example/',
  '/\\evil.example',
  '/success',
  '',
  'https://',
  undefined,
  null,
  {},
  7,
])('%j may not (threats 21, 23, 24)', (given) => {
  expect(parseSecureUrl(given)).toBeUndefined();
});
