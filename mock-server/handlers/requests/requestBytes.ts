/**
 * The bytes that a transport has read of a request. Given to a request as its body they go through a stream, even in one
 * piece, and so does their way back: a tenth of all that a request costs.
 */
const bytesOf = new WeakMap<Request, Uint8Array>();

/** Gives a request that was made without its body the bytes of it. */
export function keepRequestBytes(request: Request, bytes: Uint8Array): Request {
  bytesOf.set(request, bytes);
  return request;
}

export const findRequestBytes = (request: Request): Uint8Array | undefined => bytesOf.get(request);
