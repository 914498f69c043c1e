import { expect, test } from 'vitest';
import type { PaymentKitError } from '../../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../../errors/PaymentKitErrorCode.ts';
import { createReadError, reportable } from '../../session/readSession.ts';
import { createError } from './fail.ts';

/** Who says each code: the checkout itself, whoever reads the session, or the check that refuses a call. */
const codes: Readonly<Record<PaymentKitErrorCode, 'checkout' | 'reading' | 'both' | 'call'>> = {
  invalid_option: 'call',
  target_not_found: 'call',
  insecure_context: 'checkout',
  token_unavailable: 'checkout',
  token_rejected: 'reading',
  session_expired: 'both',
  session_completed: 'both',
  offline: 'checkout',
  load_timeout: 'checkout',
  frame_blocked: 'checkout',
  frame_lost: 'checkout',
  origin_not_allowed: 'reading',
  unsupported_version: 'checkout',
  protocol_violation: 'checkout',
  popup_blocked: 'checkout',
  network: 'both',
  api_error: 'reading',
  unsafe_redirect: 'checkout',
  destroyed: 'checkout',
  aborted: 'both',
  signature_missing: 'call',
  signature_mismatch: 'call',
  timestamp_out_of_range: 'call',
};

const all = Object.entries(codes) as [PaymentKitErrorCode, string][];

/** What is wrong and what to change: two sentences or more, and the page that explains the code. */
function expectSentence({ code, message, docUrl }: PaymentKitError): void {
  expect(message, code).toMatch(/^(Failed to|The) [^.]+\. \w.+[.)]$|^The checkout [^.]+\. \(/);
  expect(message.endsWith(` (${docUrl})`)).toBe(true);
  expect(message).not.toContain('undefined');
}

test('in development every error of a checkout has a sentence', () => {
  for (const [code, by] of all) {
    if (/checkout|both/.test(by)) expectSentence(createError(code));
  }
});

test('in development every error of a reading has a sentence, reported by the hosted page or not', () => {
  for (const [code, by] of all) {
    if (/reading|both/.test(by)) expectSentence(createReadError(code));
    expect(reportable.test(code), code).toBe(/reading|both/.test(by) && code !== 'aborted');
  }
});
