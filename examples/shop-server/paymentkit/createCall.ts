import { PaymentKitUnavailable } from './PaymentKitUnavailable.ts';

export interface PaymentKitSettings {
  readonly url: string;
  readonly accountId: string;
  /** Never leaves this process: not in a page, a log or an error. */
  readonly secretKey: string;
  readonly fetch?: typeof fetch;
}

/** A request to the account's own part of the API: `/checkout-sessions`. */
export type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** The one place where the secret key goes into a request. */
export function createCall(settings: PaymentKitSettings): Call {
  const { url, accountId, secretKey, fetch: send = globalThis.fetch } = settings;
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${secretKey}`);
    try {
      const signal = AbortSignal.timeout(8_000);
      return await send(`${url}/api/${accountId}${path}`, { ...init, headers, signal });
    } catch (cause) {
      throw new PaymentKitUnavailable(`Failed to reach PaymentKit at ${url}.`, { cause });
    }
  };
}
