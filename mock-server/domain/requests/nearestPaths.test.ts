import { expect, test } from 'vitest';
import { nearestPaths } from './nearestPaths.ts';

const known = [
  { path: '/api/:account_id/checkout-sessions', methods: ['GET', 'POST'] },
  { path: '/api/:account_id/checkout-sessions/:id', methods: ['GET'] },
  { path: '/api/:account_id/checkout-sessions/:id/expire', methods: ['POST'] },
  { path: '/api/:account_id/customers', methods: ['GET', 'POST'] },
  { path: '/api/:account_id/customers/:id', methods: ['GET', 'PATCH', 'DELETE'] },
  { path: '/api/:account_id/payment-methods', methods: ['GET'] },
  { path: '/api/:account_id/payment-intents', methods: ['GET'] },
  { path: '/api/:account_id/payments/refunds', methods: ['GET', 'POST'] },
  { path: '/api/:account_id/processors', methods: ['GET'] },
  { path: '/api/checkout/session', methods: ['GET'] },
  { path: '/embed/:handle', methods: ['GET'] },
  { path: '/_mock/accounts', methods: ['GET'] },
  { path: '/_mock/accounts/:account_id/clock', methods: ['GET', 'POST'] },
  { path: '/_mock/accounts/:account_id/api/customers', methods: ['GET', 'POST'] },
];

test.each([
  ['POST', '/api/checkout_sessions', 'POST /api/:account_id/checkout-sessions'],
  ['POST', '/api/acc/checkout_sessions', 'POST /api/:account_id/checkout-sessions'],
  ['POST', '/api/acc/sessions', 'POST /api/:account_id/checkout-sessions'],
  ['POST', '/checkout-sessions', 'POST /api/:account_id/checkout-sessions'],
  ['POST', '/v1/acc/checkout-sessions', 'POST /api/:account_id/checkout-sessions'],
  ['GET', '/api/checkout/sessions', 'GET /api/checkout/session'],
  [
    'POST',
    '/api/acc/checkout-session/cs_1/expire',
    'POST /api/:account_id/checkout-sessions/:id/expire',
  ],
  [
    'POST',
    '/api/acc/checkout-sessions/cs_1/exipre',
    'POST /api/:account_id/checkout-sessions/:id/expire',
  ],
  ['GET', '/api/acc/customer/cus_1', 'GET /api/:account_id/customers/:id'],
  ['PUT', '/api/acc/customer/cus_1', '/api/:account_id/customers/:id'],
  ['GET', '/v1/processors', 'GET /api/:account_id/processors'],
  ['POST', '/api/acc/refunds', 'POST /api/:account_id/payments/refunds'],
  ['POST', '/api/acc/payments', 'POST /api/:account_id/payments/refunds'],
  ['GET', '/embed', 'GET /embed/:handle'],
  ['GET', '/_mock/clock', 'GET /_mock/accounts/:account_id/clock'],
  ['GET', '/_mock/acc/clock', 'GET /_mock/accounts/:account_id/clock'],
])('%s %s means %s', (method, pathname, meant) => {
  expect(nearestPaths(method, pathname, known)).toEqual([meant]);
});

test('what may mean either of two names both', () => {
  expect(nearestPaths('GET', '/api/acc/payments', known)).toEqual([
    'GET /api/:account_id/payment-methods',
    'GET /api/:account_id/payment-intents',
  ]);
});

test.each([
  '/',
  '/favicon.ico',
  '/api/acc',
  '/api/acc/colours',
  '/api/acc/customers/cus_1/cards/card_1/charges',
])('nothing is guessed at %s', (pathname) => {
  expect(nearestPaths('GET', pathname, known)).toEqual([]);
});

test('a path too long to be one is not compared', () => {
  const long = '/api/acc/customers' + '/x'.repeat(10) + '/expire'.repeat(5000);
  expect(nearestPaths('GET', long, known)).toEqual([]);
});
