import { expect, test } from 'vitest';
import { createTestAccount } from '../checkout/fixtures/createTestAccount.ts';
import { answerSchema } from '../resources/answerSchema.ts';
import { mapResources } from '../resources/mapResources.ts';
import { viewRecord } from '../resources/viewRecord.ts';

test('whatever a fresh account holds is as the API shows what a request has made', () => {
  const { account } = createTestAccount();
  const shown = mapResources((resource) => {
    const schema = answerSchema(resource);
    const expand = { customFields: resource.customFields !== undefined };
    return [...resource.collection(account.records).values()].map((record) => {
      const view = viewRecord(resource, account, record, expand);
      expect(schema.parse(view)).toEqual(view);
      return record.id;
    });
  });
  expect(shown.flat()).toHaveLength(22);
});

test('no coupon and no code of it has been used, and nothing limits them', () => {
  const { coupons, promotionCodes } = createTestAccount().account.records;
  const unused = { times_redeemed: 0, max_redemptions: null };
  const unlimited = { ...unused, redeem_by: null, duration: 'once' };
  expect([...coupons.values()]).toMatchObject([
    { id: 'coupon_dev_abc123', percent_off: 10, ...unlimited },
    { id: 'coupon_dev_save20', percent_off: 20, ...unlimited },
  ]);
  expect([...promotionCodes.values()]).toMatchObject([
    { code: 'SAVE20', coupon_id: 'coupon_dev_save20', active: true, expires_at: null, ...unused },
  ]);
});
