import { expectTypeOf, test } from 'vitest';
import type { HostedMessage } from './hosted/index.ts';
import {
  type Checkout,
  type CheckoutEventHandlers,
  type CheckoutEventMap,
  type CheckoutOptions,
  type CheckoutReturn,
  type CheckoutSession,
  checkoutUrl,
  type CheckoutWarningCode,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  openCheckout,
  type PaymentKitErrorCode,
  popupCheckout,
  prepareCheckout,
  type PreparedCheckout,
  redirectToCheckout,
  retrieveSession,
  startCheckout,
  waitForCompletion,
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

test('each event has its handler, of the same name and with the same data', () => {
  type Handlers = {
    readonly [Type in keyof CheckoutEventMap as `on${Capitalize<Type>}`]?:
      | ((event: CheckoutEventMap[Type]) => void)
      | undefined;
  };
  expectTypeOf<CheckoutEventHandlers>().toEqualTypeOf<Handlers>();
});

test('an event is told from the others by its type', () => {
  const event = {} as CheckoutEventMap[keyof CheckoutEventMap];
  if (event.type === 'close') {
    expectTypeOf(event.reason).toEqualTypeOf<
      'dismissed' | 'completed' | 'canceled' | 'expired' | 'api' | 'error'
    >();
  }
  if (event.type === 'warning') expectTypeOf(event.code).toEqualTypeOf<CheckoutWarningCode>();
});

test('an option may be given as undefined, and a token that may be missing is one', () => {
  const options: CheckoutOptions = { secureToken: undefined, url: undefined, signal: undefined };
  expectTypeOf(options.secureToken).toEqualTypeOf<string | (() => Promise<string>) | undefined>();
  // @ts-expect-error null is none of the API's own here
  mountCheckout('#checkout', { secureToken: null });
  // @ts-expect-error a function gives a promise
  mountCheckout('#checkout', { secureToken: () => 'cst_1' });
});

test('each way to check out takes its own options, and no other', async () => {
  openCheckout({ secureToken, dismissible: false });
  startCheckout({ secureToken, mode: 'inline', target: '#checkout' });
  popupCheckout({ secureToken, timeoutMs: 30_000 });
  // @ts-expect-error only a dialog can be dismissed
  mountCheckout('#checkout', { secureToken, dismissible: false });
  // @ts-expect-error a redirect has no events
  void redirectToCheckout({ secureToken, onComplete: () => undefined });
  // @ts-expect-error the outcome is one of five
  if ((await handleCheckoutReturn())?.outcome === 'paid') throw new Error();
  expectTypeOf(waitForCompletion('cst_1')).resolves.toEqualTypeOf<CheckoutSession>();
  expectTypeOf(checkoutUrl).returns.toBeString();
});

test('an amount is not for the browser to say (threat 34)', () => {
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
  if (!isPaymentKitError(error)) return;
  expectTypeOf(error.docUrl).toBeString();
  expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  if (error.code === 'frame_blocked') expectTypeOf(error.code).toEqualTypeOf<'frame_blocked'>();
  // @ts-expect-error there is no such code
  if (error.code === 'declined') throw error;
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
