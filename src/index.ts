export { PaymentKitError, type PaymentKitErrorDetails } from './errors/PaymentKitError.ts';
export type { PaymentKitErrorCode } from './errors/PaymentKitErrorCode.ts';
export { isPaymentKitError } from './errors/isPaymentKitError.ts';
