import { expect, test } from 'vitest';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { createMockServer } from '../../createMockServer.ts';
import type { FieldDefinition } from '../api/Catalogue.ts';
import { formOf } from './formOf.ts';
import { toBody } from './toBody.ts';

const sent = {
  expires_in_hours: 48,
  line_items: [{ price_id: 'price_premium', quantity: 2 }],
  promotion_code: 'SAVE20',
  cascade_line_items: [
    {
      line_items: [{ price_id: 'price_basic', quantity: 1 }],
      processor_route_id: 'proute_dev_fallback',
    },
  ],
  success_url: 'https://shop.example/thanks',
  return_url: 'https://shop.example/cart',
  allowed_origins: ['https://other.example'],
  custom_fields: { order_id: 'order_12345' },
};

test('a duplicate of a session asks for what the first one asked for', async () => {
  const server = createMockServer();
  const origin = await server.listen();
  const response = await fetch(`${origin}/api/acc_form/checkout-sessions?expand=custom_fields`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_x', 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  const form = formOf((await response.json()) as CheckoutSession);
  await server.close();
  const orderId: FieldDefinition = {
    id: 'cf_dev_order_id',
    entity: 'checkout_session',
    key: 'order_id',
    data_type: 'text',
    display_name: 'Order',
    options: null,
  };
  expect(toBody(form, [orderId])).toEqual(sent);
});
