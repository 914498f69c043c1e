export type { ElementOption, ElementOptions } from './ElementOptions.ts';
export { PaymentKitCheckoutElement } from './PaymentKitCheckoutElement.ts';
