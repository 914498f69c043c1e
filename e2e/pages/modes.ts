import { prepareCheckout, startCheckout, type CheckoutOptions } from 'paymentkit-js';
import 'paymentkit-js/element/define';
import { PaymentKitCheckout } from 'paymentkit-js/react';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watch } from './shop.ts';

/** A way to begin a checkout in a place of the page. */
export type Mode = 'element' | 'overlay' | 'prepared' | 'react' | 'start';

declare global {
  interface Window {
    /** Begins a checkout in one of the ways, in place of the one before, and writes down what it tells. */
    begin(mode: Mode, options: CheckoutOptions, name: string): void;
  }
}

let end = (): void => undefined;

const begin: Readonly<
  Record<Mode, (place: Element, options: CheckoutOptions, name: string) => void>
> = {
  element(place, options, name) {
    const element = document.createElement('paymentkit-checkout');
    Object.assign(element, options);
    place.append(element);
    // It begins at the end of the task.
    queueMicrotask(() => {
      if (element.checkout) watch(element.checkout, name);
    });
    end = () => element.remove();
  },
  overlay(_, options, name) {
    const checkout = startCheckout({ ...options, mode: 'overlay' });
    watch(checkout, name);
    end = () => checkout.destroy();
  },
  prepared(target, options, name) {
    const prepared = prepareCheckout({ ...options, target });
    watch(prepared.start(), name);
    end = () => prepared.destroy();
  },
  react(place, options, name) {
    const root = createRoot(place);
    const checkoutRef = (checkout: Parameters<typeof watch>[0] | null): void => {
      if (checkout) watch(checkout, name);
    };
    root.render(
      createElement(StrictMode, {}, createElement(PaymentKitCheckout, { ...options, checkoutRef })),
    );
    end = () => root.unmount();
  },
  start(target, options, name) {
    const checkout = startCheckout({ ...options, target });
    watch(checkout, name);
    end = () => checkout.destroy();
  },
};

window.begin = (mode, options, name) => {
  end();
  const place = document.createElement('div');
  document.querySelector('#checkout')?.replaceChildren(place);
  begin[mode](place, options, name);
};
