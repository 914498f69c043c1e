import { expect, test } from 'vitest';
import { redactText } from './redactText.ts';

test.each([
  ['cst_AbC-1_2: This field is not known.', 'cst_…: This field is not known.'],
  ['Not sk_test_1, st_1, pk_1 or pt_1', 'Not sk_…, st_…, pk_… or pt_…'],
  ['sk_test.1.2: This field. Send sk_a.', 'sk_…: This field. Send sk_….'],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2', 'whsec_…'],
  ['4242424242424242: This field', '…: This field'],
  ['4242 4242 4242 4242: This field', '…: This field'],
  ['3782-822463-10005: This field', '…: This field'],
  ['From 2026-11-23T23:52:01.190Z to 2026-12-24', 'From 2026-11-23T23:52:01.190Z to 2026-12-24'],
  ['Give at most 99999999999', 'Give at most 99999999999'],
  [
    'Send a secret key, sk_ or st_, in Authorization',
    'Send a secret key, sk_ or st_, in Authorization',
  ],
  ['There is no cus_abc123', 'There is no cus_abc123'],
])('%j is logged as %j', (text, logged) => {
  expect(redactText(text)).toBe(logged);
});
