import { expect, test } from 'vitest';
import { noAnswerReason } from './noAnswerReason.ts';

const failed = (code: string, more: object = {}) =>
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code, ...more });

test.each([
  [failed('ECONNREFUSED'), 'nothing listens there (ECONNREFUSED)'],
  [failed('ECONNRESET'), 'the connection was cut (ECONNRESET)'],
  [failed('ENOTFOUND'), 'its name is not known (ENOTFOUND)'],
  [failed('EHOSTUNREACH'), 'it cannot be reached from here (EHOSTUNREACH)'],
  [failed('HPE_HEADER_OVERFLOW'), 'its headers are larger than 16 kB (HPE_HEADER_OVERFLOW)'],
  [failed('HPE_INVALID_CONSTANT'), 'what came is no HTTP (HPE_INVALID_CONSTANT)'],
  [
    failed('DEPTH_ZERO_SELF_SIGNED_CERT'),
    'its certificate is not trusted; name its file in NODE_EXTRA_CA_CERTS when this server starts (DEPTH_ZERO_SELF_SIGNED_CERT)',
  ],
  [failed('CERT_HAS_EXPIRED'), 'its certificate has expired (CERT_HAS_EXPIRED)'],
  [
    failed('ERR_TLS_CERT_ALTNAME_INVALID'),
    'its certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID)',
  ],
  [failed('EPROTO'), 'it does not speak https (EPROTO)'],
  [failed('EWHATEVER'), 'EWHATEVER: connect ECONNREFUSED 127.0.0.1:9'],
  [
    new TypeError('fetch failed', { cause: failed('ECONNREFUSED') }),
    'nothing listens there (ECONNREFUSED)',
  ],
  [new Error('Nothing listens there.'), 'Nothing listens there'],
  ['gone', 'gone'],
])('%s', (error, reason) => {
  expect(noAnswerReason(error)).toBe(reason);
});
