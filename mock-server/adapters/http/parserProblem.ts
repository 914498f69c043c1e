import { Problem } from '../../domain/requests/Problem.ts';

/** As Node's parser throws it. */
export interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Uint8Array;
}

/** The first byte of who speaks TLS. */
const tlsHandshake = 0x16;

/** What Node's parser refused, in words of ours: its own name functions of C. */
export function parserProblem({ code, rawPacket }: ParserError): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem(431, 'headers_too_large', 'The headers are larger than 16 kB. Send less.');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW': {
      const detail = 'The extensions of the chunks are larger than 16 kB. Send chunks without any.';
      return new Problem(413, 'body_too_large', detail);
    }
    case 'ERR_HTTP_REQUEST_TIMEOUT': {
      const detail = 'The request did not arrive in time. Send it again, whole.';
      return new Problem(408, 'request_timeout', detail);
    }
    default: {
      const detail =
        rawPacket?.[0] === tlsHandshake
          ? 'This server speaks http and was asked in https. Write http:// in its address.'
          : 'This is no request of HTTP/1.1. Check its first line, its headers and the length of its body.';
      return new Problem(400, 'malformed_request', detail);
    }
  }
}
