import type { CheckoutEventMap, CheckoutOptions } from 'paymentkit-js';
import { expectTypeOf, test } from 'vitest';
import type { attachedTypes } from './attachCheckout.ts';
import type { PaymentKitCheckoutProps } from './PaymentKitCheckout.ts';
import type { useCheckout } from './useCheckout.ts';

test('every event reaches its handler', () => {
  expectTypeOf<keyof CheckoutEventMap>().toExtend<(typeof attachedTypes)[number]>();
});

test('the component takes every option of mountCheckout (4: 43)', () => {
  expectTypeOf<PaymentKitCheckoutProps>().toExtend<CheckoutOptions>();
});

test('the phase says idle before there is a checkout', () => {
  expectTypeOf<ReturnType<typeof useCheckout>['phase']>().toExtend<string>();
  expectTypeOf<'idle'>().toExtend<ReturnType<typeof useCheckout>['phase']>();
});
