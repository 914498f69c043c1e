import type { CheckoutEventMap, CheckoutOptions } from 'paymentkit-js';
import type { JSX } from 'react';
import { expectTypeOf, test } from 'vitest';
import type { ElementAttribute, ElementEventMap, ElementOptions } from '../element/index.ts';
import type { attachedTypes } from './attachCheckout.ts';
import type { PaymentKitCheckoutProps } from './index.ts';
import type { useCheckout } from './useCheckout.ts';

test('every event reaches its handler', () => {
  expectTypeOf<keyof CheckoutEventMap>().toExtend<(typeof attachedTypes)[number]>();
});

test('the component takes every option of mountCheckout (4: 43)', () => {
  expectTypeOf<PaymentKitCheckoutProps>().toExtend<CheckoutOptions>();
});

test('the element in JSX takes each attribute, option and event that it has', () => {
  type Props = JSX.IntrinsicElements['paymentkit-checkout'];
  expectTypeOf<ElementAttribute | keyof ElementOptions | `on${keyof ElementEventMap}`>().toExtend<
    keyof Props
  >();
  expectTypeOf<{ 'secure-token': string; class: string }>().toExtend<Props>();
  expectTypeOf<NonNullable<Props['onpaymentkit:complete']>>()
    .parameter(0)
    .toEqualTypeOf<ElementEventMap['paymentkit:complete']>();
  // @ts-expect-error a theme is one of three
  expectTypeOf<{ appearance: { theme: 'blue' } }>().toExtend<Props>();
});

test('the phase says idle before there is a checkout', () => {
  expectTypeOf<ReturnType<typeof useCheckout>['phase']>().toExtend<string>();
  expectTypeOf<'idle'>().toExtend<ReturnType<typeof useCheckout>['phase']>();
});
