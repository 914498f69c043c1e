/**
 * Registers `<paymentkit-checkout>`. That is all that importing it does; a second copy changes nothing.
 *
 * @module paymentkit-js/element/define
 */

import { PaymentKitCheckoutElement } from '../index.ts';

declare global {
  interface HTMLElementTagNameMap {
    'paymentkit-checkout': PaymentKitCheckoutElement;
  }
}

const name = 'paymentkit-checkout';

// Another copy of this package may have come first; on a server there is no registry.
const { customElements: registry } = globalThis as Partial<typeof globalThis>;
if (!registry?.get(name)) registry?.define(name, PaymentKitCheckoutElement);

export { PaymentKitCheckoutElement };
