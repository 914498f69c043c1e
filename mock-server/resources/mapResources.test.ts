import { expect, test } from 'vitest';
import { mapResources } from './mapResources.ts';

test('ids begin with what PaymentKit begins them with, and ours with what is taken by nothing else', () => {
  const prefixes = Object.fromEntries(mapResources(({ path, prefix }) => [path, prefix]));
  expect(prefixes).toEqual({
    customers: 'cus',
    products: 'prod',
    prices: 'price',
    coupons: 'coupon',
    'promotion-codes': 'promo',
    processors: 'proc',
    'processor-routes': 'proute',
    'custom-field-definitions': 'cf',
    'payment-methods': 'pm',
    'payment-intents': 'pi',
    subscriptions: 'sub',
    invoices: 'in',
    'payments/refunds': 're',
    'webhook-endpoints': 'we',
    events: 'evt',
  });
});
