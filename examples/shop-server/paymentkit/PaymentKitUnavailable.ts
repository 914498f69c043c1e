/** PaymentKit did not answer, or not as its API says. Whether money moved is unknown: ask again. */
export class PaymentKitUnavailable extends Error {
  override readonly name = 'PaymentKitUnavailable';
}
