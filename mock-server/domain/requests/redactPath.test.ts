import { expect, test } from 'vitest';
import { redactPath } from './redactPath.ts';

test.each([
  ['/api/acc_dev_demo/checkout-sessions', '/api/acc_dev_demo/checkout-sessions'],
  ['/checkout/cst_dev_abc-DEF_123', '/checkout/…'],
  ['/embed/kJ3n-x_9', '/embed/…'],
  ['/checkout/challenge/Zm9v', '/checkout/challenge/…'],
  ['/anything/cst_dev_abc/below', '/anything/cst_…/below'],
  ['/anything/cst%5Fdev_abc', '/anything/cst_…'],
])('%s is logged as %s', (path, logged) => {
  expect(redactPath(path)).toBe(logged);
});
