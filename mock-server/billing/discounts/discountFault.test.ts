import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import { discountFault } from './discountFault.ts';

const { account } = createTestAccount();

test.each([
  ['coupon_id', 'save20', 'This is a promotion code: give it as promotion_code'],
  ['coupon_id', 'coupon_x', 'There is no such coupon'],
  ['promotion_code', 'coupon_dev_abc123', 'This is a coupon: give it as coupon_id'],
  ['promotion_code', 'SAVE50', 'There is no such promotion code'],
] as const)('who gives as %s what is %s is told what it is', (field, given, words) => {
  expect(discountFault(account, field, given, 'invalid')).toContain(words);
});
