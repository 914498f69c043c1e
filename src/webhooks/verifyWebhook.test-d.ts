import type { IncomingHttpHeaders } from 'node:http';
import { expectTypeOf, test } from 'vitest';
import { verifyWebhook, type WebhookEvent, type WebhookEventOf } from './index.ts';

declare const event: WebhookEvent;

test('the type of an event tells what it carries', () => {
  if (event.type === 'checkout_session.completed') {
    expectTypeOf(event).toEqualTypeOf<WebhookEventOf<'checkout_session.completed'>>();
    expectTypeOf(event.data.object.subscription_ids).toEqualTypeOf<readonly string[]>();
    expectTypeOf(event.data.previous_attributes.state).toEqualTypeOf<
      'open' | 'processing' | 'completed' | 'expired' | undefined
    >();
  }
  if (event.type === 'invoice.paid') expectTypeOf(event.data.object.due_amount_atom).toBeNumber();
  // @ts-expect-error there is no such event
  if (event.type === 'checkout_session.paid') throw new Error();
});

test('what Node and fetch give fits, a parsed body does not', () => {
  const headers: IncomingHttpHeaders = {};
  expectTypeOf(verifyWebhook(Buffer.from(''), headers, 'secret')).toEqualTypeOf<
    Promise<WebhookEvent>
  >();
  void verifyWebhook('', new Headers(), ['old', 'new'], { scheme: 'standard' });
  // @ts-expect-error a body that was parsed is no longer what was signed
  void verifyWebhook({ id: 'evt_1' }, headers, 'secret');
});
