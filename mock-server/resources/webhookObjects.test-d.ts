import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { EventType } from '../domain/webhooks/eventTypes.ts';
import type { coupons } from './coupons.ts';
import type { customers } from './customers.ts';
import type { invoices } from './invoices.ts';
import type { paymentIntents } from './paymentIntents.ts';
import type { prices } from './prices.ts';
import type { products } from './products.ts';
import type { refunds } from './refunds.ts';
import type { subscriptions } from './subscriptions.ts';
import type {
  WebhookCoupon,
  WebhookCustomer,
  WebhookEventType,
  WebhookInvoice,
  WebhookPaymentIntent,
  WebhookPrice,
  WebhookProduct,
  WebhookRefund,
  WebhookSubscription,
} from 'paymentkit-js/webhooks';

/** What the server answers, without what every answer has. */
type Answer<Resource extends { readonly shape: z.ZodRawShape }> = z.infer<
  z.ZodObject<Resource['shape']>
>;
type Own<Webhook> = Omit<Webhook, 'id' | 'object' | 'created_at' | 'updated_at' | 'custom_fields'>;

test('the events are those that the mock server sends', () => {
  expectTypeOf<WebhookEventType>().toEqualTypeOf<EventType>();
});

test('an object in an event is what the mock server answers', () => {
  expectTypeOf<Answer<typeof coupons>>().toExtend<Own<WebhookCoupon>>();
  expectTypeOf<Answer<typeof customers>>().toExtend<Own<WebhookCustomer>>();
  expectTypeOf<Answer<typeof invoices>>().toExtend<Own<WebhookInvoice>>();
  expectTypeOf<Answer<typeof paymentIntents>>().toExtend<Own<WebhookPaymentIntent>>();
  expectTypeOf<Answer<typeof prices>>().toExtend<Own<WebhookPrice>>();
  expectTypeOf<Answer<typeof products>>().toExtend<Own<WebhookProduct>>();
  expectTypeOf<Answer<typeof refunds>>().toExtend<Own<WebhookRefund>>();
  expectTypeOf<Answer<typeof subscriptions>>().toExtend<Own<WebhookSubscription>>();
});
