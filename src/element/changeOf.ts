import type { Appearance, CheckoutChanges } from 'paymentkit-js';
import type { ElementOption, ElementOptions } from './ElementOptions.ts';

/** How the page looks that nobody has said anything of: an update leaves alone what it does not name. */
const plain: Appearance = {
  theme: 'auto',
  accentColor: undefined,
  radius: undefined,
  fontFamily: undefined,
};

/**
 * What a living checkout is told when an option changes; `undefined` for what counts from the next one on. A look or a
 * language that was taken away is as if it had never been given; what was prefilled stays.
 */
export function changeOf(
  option: ElementOption,
  { locale, appearance, prefill }: ElementOptions,
): CheckoutChanges | undefined {
  const changes: Partial<Record<ElementOption, object>> = {
    // A template leaves an empty attribute where it has none.
    locale: { locale: locale || 'auto' },
    appearance: { appearance: { ...plain, ...appearance } },
    prefill: { prefill },
  };
  return changes[option];
}
