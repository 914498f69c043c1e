import { expectTypeOf, test } from 'vitest';
import type { HostedMessage } from './hosted/index.ts';
import {
  type Checkout,
  type CheckoutEventMap,
  type CheckoutOptions,
  type CheckoutReturn,
  type CheckoutSession,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  type PaymentKitErrorCode,
  prepareCheckout,
  type PreparedCheckout,
  redirectToCheckout,
  retrieveSession,
} from './index.ts';

const secureToken = 'cst_1';

test('a checkout is there at once, a redirect is waited for', () => {
  expectTypeOf(mountCheckout).returns.toEqualTypeOf<Checkout>();
  expectTypeOf(prepareCheckout).returns.toEqualTypeOf<PreparedCheckout>();
  expectTypeOf<PreparedCheckout['start']>().returns.toEqualTypeOf<Checkout>();
  expectTypeOf(redirectToCheckout).returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf(handleCheckoutReturn).returns.toEqualTypeOf<Promise<CheckoutReturn | undefined>>();
  expectTypeOf(retrieveSession).returns.toEqualTypeOf<Promise<CheckoutSession>>();
});

test('each event carries its own data, by handler and by listener', () => {
  const options: CheckoutOptions = {
    secureToken,
    onComplete: ({ verified }) => expectTypeOf(verified).toEqualTypeOf<'api' | 'merchant'>(),
    onError: ({ error }) => expectTypeOf(error.code).toEqualTypeOf<PaymentKitErrorCode>(),
  };
  const checkout = mountCheckout('#checkout', options);
  checkout.on('decline', ({ reason, declineCode }) => {
    expectTypeOf(reason).toBeString();
    expectTypeOf(declineCode).toEqualTypeOf<string | undefined>();
  });
  expectTypeOf<CheckoutEventMap['submit']['preventDefault']>().toEqualTypeOf<() => void>();
  // @ts-expect-error there is no such event
  checkout.on('completed', () => undefined);
});

test('an amount is not for the browser to say', () => {
  // @ts-expect-error amounts come from the session alone
  mountCheckout('#checkout', { secureToken, amount: 4900 });
  // @ts-expect-error a theme is one of three
  mountCheckout('#checkout', { secureToken, appearance: { theme: 'blue' } });
  // @ts-expect-error a target is needed
  mountCheckout({ secureToken });
});

test('states and codes are closed sets', () => {
  expectTypeOf<CheckoutSession['state']>().toEqualTypeOf<
    'open' | 'processing' | 'completed' | 'expired'
  >();
  // @ts-expect-error no such code
  const code: PaymentKitErrorCode = 'oops';
  expectTypeOf(code).toBeString();
});

test('the guard narrows', () => {
  const error: unknown = undefined;
  if (isPaymentKitError(error)) expectTypeOf(error.docUrl).toBeString();
});

test('what is handed out cannot be changed', () => {
  const checkout = mountCheckout('#checkout', { secureToken });
  // @ts-expect-error the phase is read-only
  checkout.phase = 'ready';
});

test('a message of the hosted page needs its fields', () => {
  expectTypeOf<{ t: 'h:ready'; title: string }>().toExtend<HostedMessage>();
  expectTypeOf<{ t: 'h:ready' }>().not.toExtend<HostedMessage>();
  expectTypeOf<{ t: 's:init' }>().not.toExtend<HostedMessage>();
});
