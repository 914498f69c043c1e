import { expect, test } from 'vitest';
import { webhookUrlFault } from './webhookUrlFault.ts';

test.each([
  'https://shop.example/webhooks',
  'https://shop.example:8443/webhooks?from=paymentkit',
  'https://8.8.8.8/',
  'http://localhost:3000/webhooks',
  'http://shop.localhost:3000/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::1]:3000/',
  'https://localhost/',
  'http://host.docker.internal:3000/',
])('%s can be told', (url) => {
  expect(webhookUrlFault(url, ['host.docker.internal'])).toBeUndefined();
});

test.each([
  ['', 'absolute'],
  ['/webhooks', 'absolute'],
  ['https://shop.example/web hooks', 'absolute'],
  ['https:\\\\shop.example', 'absolute'],
  ['ftp://shop.example/', 'https'],
  ['javascript:alert(1)', 'https'],
  ['http://shop.example/', 'http on localhost'],
  ['http://localhost.shop.example/', 'http on localhost'],
  ['https://user:pass@shop.example/', 'password'],
  ['https://shop.example/#x', 'fragment'],
  ['https://10.0.0.1/', 'public'],
  ['https://0x0a000001/', 'public'],
  ['https://169.254.169.254/latest', 'public'],
  ['https://169.254.169.254./latest', 'public'],
  ['https://2852039166/', 'public'],
  ['https://0251.0376.0251.0376/', 'public'],
  ['https://169.254.43518/', 'public'],
  ['https://１０.0.0.1/', 'public'],
  ['https:10.0.0.1', 'public'],
  ['https://0.0.0.0/', 'public'],
  ['https://[::]/', 'public'],
  ['https://[::ffff:169.254.169.254]/', 'public'],
  ['https://[64:ff9b::a9fe:a9fe]/', 'public'],
  ['https://[2002:a9fe:a9fe::]/', 'public'],
  ['http://localhost./', 'http on localhost'],
  ['http://127.0.0.1.nip.io/', 'http on localhost'],
  ['https://shop.example@10.0.0.1/', 'password'],
  ['https://192.168.1.1/', 'public'],
  ['https://[fe80::1]/', 'public'],
  ['https://[::ffff:10.0.0.1]/', 'public'],
])('%s cannot, and why is said', (url, reason) => {
  expect(webhookUrlFault(url, ['host.docker.internal'])).toContain(reason);
});
