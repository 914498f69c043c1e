import { expect, test } from 'vitest';
import type { FieldDefinition } from '../api/Catalogue.ts';
import { createSessionBodySchema } from '../../schemas/createSessionBody.ts';
import { emptyForm } from './SessionForm.ts';
import { toBody } from './toBody.ts';

const definition = (
  entity: string,
  key: string,
  type: FieldDefinition['data_type'],
): FieldDefinition => ({
  id: key,
  entity,
  key,
  data_type: type,
  display_name: key,
  options: null,
});

const definitions = [
  definition('checkout_session', 'order_id', 'text'),
  definition('checkout_session', 'seats', 'number'),
  definition('checkout_session', 'gift', 'boolean'),
  definition('subscription', 'tier', 'text'),
];

const item = (priceId: string, quantity = '1') => ({ key: 1, priceId, quantity });

test('an untouched form is the guide’s request', () => {
  expect(toBody(emptyForm('price_xyz'), definitions)).toEqual({
    expires_in_hours: 24,
    line_items: [{ price_id: 'price_xyz', quantity: 1 }],
    success_url: 'http://localhost:3000/success?session_id={CHECKOUT_SESSION_ID}',
    return_url: 'http://localhost:3000/cart',
  });
});

test('a form with everything in it is a body that the server’s schema accepts', () => {
  const body = toBody(
    {
      ...emptyForm('price_xyz'),
      customerId: 'cus_abc123',
      origins: 'https://a.example\n https://b.example ',
      discount: 'promotion',
      promotionCode: 'SAVE20',
      routeId: 'proute_dev_fallback',
      threeDSecure: 'required',
      fields: { order_id: 'order_1', seats: '3', gift: 'false' },
      subscriptionFields: { tier: 'pro' },
      tiers: [{ key: 1, items: [item('price_basic', '2')], routeId: '' }],
    },
    definitions,
  );
  expect(createSessionBodySchema.parse(body)).toMatchObject({
    customer_id: 'cus_abc123',
    allowed_origins: ['https://a.example', 'https://b.example'],
    promotion_code: 'SAVE20',
    coupon_id: null,
    processor_route_id: 'proute_dev_fallback',
    card_checkout_settings: { three_d_secure: 'required' },
    custom_fields: { order_id: 'order_1', seats: 3, gift: false },
    params_for_sub: { custom_fields: { tier: 'pro' } },
    cascade_line_items: [
      { line_items: [{ price_id: 'price_basic', quantity: 2 }], processor_route_id: null },
    ],
  });
});

test('what is no number goes as it is, so that the server says where it is wrong', () => {
  const form = { ...emptyForm(''), expires: 'soon', items: [item('price_xyz', '')] };
  expect(toBody(form, [])).toMatchObject({
    expires_in_hours: 'soon',
    line_items: [{ price_id: 'price_xyz', quantity: '' }],
  });
});

test('a card that is only saved has no order, though one was entered', () => {
  const form = {
    ...emptyForm('price_xyz'),
    mode: 'setup' as const,
    discount: 'coupon' as const,
    couponId: 'coupon_dev_abc123',
  };
  const body = toBody(form, []);
  expect(createSessionBodySchema.parse(body).mode).toBe('setup');
  expect(Object.keys(body)).not.toContain('line_items');
});
