const reasons: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'nothing listens there'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'the connection was cut'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'its name is not known'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'it cannot be reached from here'],
  [/^HPE_HEADER_OVERFLOW$/, 'its headers are larger than 16 kB'],
  [/^HPE_/, 'what came is no HTTP'],
  [/^CERT_HAS_EXPIRED$/, 'its certificate has expired'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'its certificate is for another name'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_/,
    'its certificate is not trusted; name its file in NODE_EXTRA_CA_CERTS when this server starts',
  ],
  [/^(EPROTO|ERR_SSL_)/, 'it does not speak https'],
];

/** Why a receiver gave no answer, with the system's own name of it for who looks that up. */
export function noAnswerReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (cause instanceof Error) return noAnswerReason(cause);
  if (code === undefined) return error.message.replace(/\.$/, '');
  const [, reason] = reasons.find(([pattern]) => pattern.test(code)) ?? [];
  return reason === undefined ? `${code}: ${error.message}` : `${reason} (${code})`;
}
