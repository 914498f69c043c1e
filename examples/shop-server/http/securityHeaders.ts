import type { MiddlewareHandler } from 'hono';

/**
 * The strictest policy we could write, and PaymentKit.js works under it: a merchant adds the checkout's origin to
 * `frame-src` (it is shown in a frame) and to `connect-src` (the SDK confirms payments with its API), nothing else.
 */
export function securityHeaders(checkoutOrigin: string): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `frame-src ${checkoutOrigin}`,
    `connect-src 'self' ${checkoutOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  // Paying by wallet and by passkey happens in the frame, so the frame's origin is let through.
  const permissions = [
    `payment=(self "${checkoutOrigin}")`,
    `publickey-credentials-get=(self "${checkoutOrigin}")`,
    'camera=()',
    'geolocation=()',
    'microphone=()',
  ].join(', ');

  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('permissions-policy', permissions);
    // The address of a success page holds a session id: other sites see our origin at most.
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
    c.header('x-content-type-options', 'nosniff');
  };
}
