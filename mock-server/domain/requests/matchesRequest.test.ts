import { expect, test } from 'vitest';
import { isRequestPattern, matchesRequest } from './matchesRequest.ts';

const pay = '/api/checkout/session/payments';

test.each([
  [`POST ${pay}`, 'POST', pay],
  [pay, 'POST', pay],
  ['/*', 'POST', pay],
  ['*', 'POST', pay],
  ['POST *', 'POST', pay],
  ['*/payments', 'POST', pay],
  ['POST /api/checkout/*', 'POST', pay],
  ['/api/checkout/*', 'GET', `${pay}/pi_1`],
  [`GET ${pay}/:id`, 'GET', `${pay}/pi_1`],
  ['/api/:account/customers', 'GET', '/api/acc_1/customers'],
])('%s means %s %s', (pattern, method, pathname) => {
  expect(matchesRequest(pattern, method, pathname)).toBe(true);
});

test.each([
  [`POST ${pay}`, 'GET', pay],
  [pay, 'POST', `${pay}/pi_1`],
  [`${pay}/:id`, 'GET', `${pay}/pi_1/cancel`],
  ['/api/checkout.session/payments', 'POST', pay],
  ['/api', 'POST', pay],
])('%s does not mean %s %s', (pattern, method, pathname) => {
  expect(matchesRequest(pattern, method, pathname)).toBe(false);
});

test('a pattern is a path that may follow a method', () => {
  expect(['/x', 'POST /x', '/', 'GET /*'].map(isRequestPattern)).toEqual([true, true, true, true]);
  expect(['', 'x', 'post /x', 'POST', 'POST  /x', '/a b'].map(isRequestPattern)).toEqual(
    Array(6).fill(false),
  );
});
