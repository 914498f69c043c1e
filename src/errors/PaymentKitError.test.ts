import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isPaymentKitError, PaymentKitError } from './PaymentKitError.ts';

test('carries its code, its page and what caused it', () => {
  const cause = new TypeError('Failed to fetch');
  const error = new PaymentKitError('network', 'Failed to read.', { cause, requestId: 'req_1' });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'PaymentKitError',
    code: 'network',
    recoverable: true,
    requestId: 'req_1',
    cause,
  });
  expect(error.docUrl).toBe('https://docs.paymentkit.com/paymentkit-js/errors#network');
  expect(error.message).toBe(`Failed to read. (${error.docUrl})`);
});

test('without a sentence, as in production, the code and its page are the message', () => {
  const { message, docUrl } = new PaymentKitError('offline', '');
  expect(message).toBe(`offline (${docUrl})`);
});

test('what cannot succeed a second time is not recoverable', () => {
  expect(new PaymentKitError('token_rejected').recoverable).toBe(false);
  expect(new PaymentKitError('destroyed').recoverable).toBe(false);
});

test('has its name also in a page that has frozen what errors inherit', () => {
  const own = { value: 'Error', configurable: true };
  Object.defineProperty(Error.prototype, 'name', { ...own, writable: false });
  try {
    expect(isPaymentKitError(new PaymentKitError('network'))).toBe(true);
  } finally {
    Object.defineProperty(Error.prototype, 'name', { ...own, writable: true });
  }
});

test('is known across copies and realms, and nothing else is', () => {
  expect(isPaymentKitError(new PaymentKitError('network'))).toBe(true);
  const foreign: unknown = runInNewContext(
    "Object.assign(new Error('x'), { name: 'PaymentKitError', code: 'network' })",
  );
  expect(foreign).not.toBeInstanceOf(Error);
  expect(isPaymentKitError(foreign)).toBe(true);
  for (const other of [
    undefined,
    null,
    'PaymentKitError',
    new Error('x'),
    { name: 'PaymentKitError' },
  ]) {
    expect(isPaymentKitError(other)).toBe(false);
  }
});
