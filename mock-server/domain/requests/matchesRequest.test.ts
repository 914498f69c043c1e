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
  ['/api/:account', 'GET', '/api/a'],
  ['/a**b', 'GET', '/ab'],
  ['/*a*a', 'GET', '/aa'],
  ['/a:b', 'GET', '/a:b'],
  ['/a:', 'GET', '/a:'],
])('%s means %s %s', (pattern, method, pathname) => {
  expect(matchesRequest(pattern, method, pathname)).toBe(true);
});

test.each([
  [`POST ${pay}`, 'GET', pay],
  [pay, 'POST', `${pay}/pi_1`],
  [`${pay}/:id`, 'GET', `${pay}/pi_1/cancel`],
  ['/api/checkout.session/payments', 'POST', pay],
  ['/api', 'POST', pay],
  ['/api/:account', 'GET', '/api/'],
  ['/api/:account', 'GET', '/api/acc_1/'],
  ['/*a*a', 'GET', '/a'],
  ['/(a|b)+', 'GET', '/ab'],
  ['/a*b', 'GET', '/abc'],
])('%s does not mean %s %s', (pattern, method, pathname) => {
  expect(matchesRequest(pattern, method, pathname)).toBe(false);
});

test('a pattern is a path that may follow a method', () => {
  expect(['/x', 'POST /x', '/', 'GET /*'].map(isRequestPattern)).toEqual([true, true, true, true]);
  expect(['', 'x', 'post /x', 'POST', 'POST  /x', '/a b'].map(isRequestPattern)).toEqual(
    Array(6).fill(false),
  );
});

test('the longest pattern of stars and names is through the longest path at once', () => {
  const pathname = `/${'a'.repeat(16_000)}`;
  for (const [part, count] of [
    ['*a', 240],
    [':a', 240],
    ['*', 490],
    [':a*', 160],
  ] as const) {
    expect(matchesRequest(`/${part.repeat(count)}!`, 'GET', pathname)).toBe(false);
  }
});
