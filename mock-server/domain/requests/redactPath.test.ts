import { expect, test } from 'vitest';
import { redactPath } from './redactPath.ts';

test.each([
  ['/api/acc_dev_demo/checkout-sessions', '/api/acc_dev_demo/checkout-sessions'],
  ['/checkout/cst_dev_abc-DEF_123', '/checkout/…'],
  ['/embed/kJ3n-x_9', '/embed/…'],
  ['/checkout/challenge/Zm9v', '/checkout/challenge/…'],
  ['/anything/cst_dev_abc/below', '/anything/cst_…/below'],
  ['/anything/cst%5Fdev_abc', '/anything/cst_…'],
  // A key where an account or an id belongs.
  ['/api/sk_test_1.2-3/customers', '/api/sk_…/customers'],
  ['/api/acc_1/customers/pt%5Fdev%2Eabc', '/api/acc_1/customers/pt_…'],
  ['/x%2Fst_live_1', '/x%2Fst_…'],
  ['/api/acc_1/webhook-endpoints/whsec_MfKQ9r8', '/api/acc_1/webhook-endpoints/whsec_…'],
  ['/api/desk_1/customers/cust_st_1', '/api/desk_1/customers/cust_st_1'],
])('%s is logged as %s', (path, logged) => {
  expect(redactPath(path)).toBe(logged);
});
