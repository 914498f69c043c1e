import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signWebhook, webhookSecret } from './signWebhook.ts';

const secret = webhookSecret(new Uint8Array(24).fill(7));
const sign = (body: string, sentAt = Date.now()) =>
  signWebhook(secret, {
    eventId: 'evt_dev_a1b2c3d4e5f6g7h8',
    eventType: 'invoice.paid',
    deliveryId: 'whd_dev_a1b2c3d4e5f6g7h8',
    sentAt,
    body,
  });

test('a secret stands for its 24 bytes', () => {
  expect(secret).toBe('whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH');
});

test('any body passes the verification of Standard Webhooks', () => {
  const receiver = new Webhook(secret);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const body = JSON.stringify(value);
      expect(receiver.verify(body, sign(body))).toEqual(JSON.parse(body));
    }),
    { numRuns: 50 },
  );
});

test('a changed body and an old delivery do not pass', () => {
  const receiver = new Webhook(secret);
  expect(() => receiver.verify('{"a":2}', sign('{"a":1}'))).toThrow(WebhookVerificationError);
  const old = sign('{}', Date.now() - 6 * 60_000);
  expect(() => receiver.verify('{}', old)).toThrow('too old');
});

test('the documented signature is the hex HMAC of the body under the whole secret', () => {
  const body = '{"name":"Zoë 🎟"}';
  const expected = createHmac('sha256', secret).update(body).digest('hex');
  expect(sign(body)).toMatchObject({
    'x-webhook-signature': expected,
    'x-webhook-event-id': 'evt_dev_a1b2c3d4e5f6g7h8',
    'x-webhook-event-type': 'invoice.paid',
    'x-webhook-delivery-id': 'whd_dev_a1b2c3d4e5f6g7h8',
  });
});
