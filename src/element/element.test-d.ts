import type { CheckoutEventMap, CheckoutOptions, PaymentKitError } from 'paymentkit-js';
import { expectTypeOf, test } from 'vitest';
import type { PaymentKitCheckoutElement } from './define/index.ts';
import type { ElementEventMap, ElementOptions } from './index.ts';

declare const element: PaymentKitCheckoutElement;

test('a listener knows what the event carries, on the element and above it', () => {
  element.addEventListener('paymentkit:complete', ({ detail }) =>
    expectTypeOf(detail).toEqualTypeOf<CheckoutEventMap['complete']>(),
  );
  document.addEventListener('paymentkit:decline', ({ detail }) =>
    expectTypeOf(detail.declineCode).toEqualTypeOf<string | undefined>(),
  );
  element.addEventListener('paymentkit:error', ({ detail }) =>
    expectTypeOf(detail.error).toEqualTypeOf<PaymentKitError>(),
  );
});

test('every event is one of the element, but for the step to another way', () => {
  expectTypeOf<
    keyof ElementEventMap
  >().toEqualTypeOf<`paymentkit:${Exclude<keyof CheckoutEventMap, 'fallback'>}`>();
});

test('a tag is the element, and its properties are options', () => {
  expectTypeOf(document.createElement('paymentkit-checkout')).toEqualTypeOf(element);
  expectTypeOf<Pick<CheckoutOptions, keyof ElementOptions>>().toEqualTypeOf<ElementOptions>();
  // @ts-expect-error a theme is one of three
  element.appearance = { theme: 'blue' };
});
