const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const permissions = [
  'payment=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=()',
  'camera=()',
  'microphone=()',
  'geolocation=()',
  'usb=()',
  'display-capture=()',
].join(', ');

/**
 * A document of the hosted checkout. No Strict-Transport-Security: it would lock every server on this host into https.
 * No Cross-Origin-Opener-Policy: every value cuts a popup from the page that opened it.
 */
export function pageResponse(
  html: string,
  options: {
    readonly requestId: string;
    readonly frameAncestors: readonly string[];
    readonly status?: number;
    /** The hash of the one script that the document holds itself. */
    readonly scriptHash?: string;
    /** Who may load it as a part of a page. Any, when not said. */
    readonly resourcePolicy?: 'same-origin';
  },
): Response {
  const framed = options.frameAncestors.length > 0;
  const ancestors = framed ? options.frameAncestors : ["'none'"];
  const scripts = options.scriptHash === undefined ? "'self'" : `'self' '${options.scriptHash}'`;
  return new Response(html, {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${policy}; script-src ${scripts}; frame-ancestors ${ancestors.join(' ')}`,
      // Says the same to what does not know frame-ancestors; it cannot hold a list.
      ...(!framed && { 'x-frame-options': 'DENY' }),
      'cache-control': 'no-store',
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
      'permissions-policy': permissions,
      // A frame on a page that isolates itself (COEP) may show it; frame-ancestors says who may.
      'cross-origin-resource-policy': options.resourcePolicy ?? 'cross-origin',
      'origin-agent-cluster': '?1',
      'x-robots-tag': 'noindex',
      'x-request-id': options.requestId,
    },
  });
}
