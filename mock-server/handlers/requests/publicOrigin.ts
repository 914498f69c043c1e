/** Set by an adapter that answers on another origin than the one the handlers are written for. */
export const publicOriginHeader = 'x-forwarded-origin';

/**
 * The origin the outside knows this server by, which is where its hosted pages are. PaymentKit answers its API on one
 * host and shows its pages on another; a mock server does both on one.
 */
export function publicOrigin(request: Request): string {
  const forwarded = request.headers.get(publicOriginHeader);
  if (forwarded) return forwarded;
  const { origin } = new URL(request.url);
  return origin === 'https://api.paymentkit.com' ? 'https://checkout.paymentkit.com' : origin;
}
