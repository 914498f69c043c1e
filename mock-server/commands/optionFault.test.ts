import { expect, test } from 'vitest';
import { optionFault } from './optionFault.ts';

test.each([
  [{ host: '0.0.0.0' }, '--host 0.0.0.0 lets other machines in, and needs --control-token'],
  [{ 'allow-host': ['pay.example', 'http://pay.example:80'] }, '--allow-host takes a name'],
  [{ 'allow-webhook-host': ['http://shop.internal'] }, '--allow-webhook-host takes a name'],
  [{ 'allow-webhook-host': ['shop.internal:80'] }, '--allow-webhook-host takes a name'],
  [{ 'webhook-url': 'here' }, 'webhooks may go to. Give an absolute URL.'],
  [
    { 'webhook-url': 'http://shop.example/' },
    'Give an https URL, or http on localhost, or start the server with --allow-webhook-host.',
  ],
  [{ url: 'here' }, '--url must be an origin'],
  [{ url: 'ftp://127.0.0.1' }, '--url must be an origin'],
  [{ account: 'a.b' }, '--account must have 1 to 64 letters'],
  [{ account: '' }, '--account must have 1 to 64 letters'],
])('%j is told: %s', (values, message) => {
  expect(optionFault(values)).toContain(message);
});

test.each([
  [{}],
  [{ host: '::1' }],
  [{ host: '0.0.0.0', 'control-token': 'a-secret-of-mine' }],
  [{ 'allow-host': ['pay.example', '[::1]'] }],
  [{ 'webhook-url': 'http://localhost:3000/webhooks' }],
  [{ 'webhook-url': 'http://shop.internal/', 'allow-webhook-host': ['shop.internal'] }],
  [{ url: 'http://127.0.0.1:4242', account: 'acc_dev_demo' }],
])('%j is right', (values) => {
  expect(optionFault(values)).toBeUndefined();
});
