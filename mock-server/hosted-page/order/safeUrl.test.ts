import { expect, test } from 'vitest';
import { safeUrl } from './safeUrl.ts';

test.each([
  'https://shop.example/ok?x=1#y',
  'http://localhost:4243/success',
  'http://shop.localhost/success',
  'http://127.0.0.1:4243/',
  'http://[::1]:4243/',
])('%s may be visited', (url) => {
  expect(safeUrl(url)).toBe(url);
});

test.each([
  'http://shop.example/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'https://shop.example@evil.example/',
  'https://user:secret@shop.example/',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  '//evil.example',
  '/relative',
  '',
])('%j may not', (url) => {
  expect(safeUrl(url)).toBeUndefined();
});
