import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import type { Platform } from '../platform/Platform.ts';

/**
 * Leaves for an address of the session, which comes from the session API and from nowhere else;
 * `false` when it is not one to send a shopper to.
 */
export function goTo({ location }: Platform, address: string | undefined): boolean {
  const url = parseSecureUrl(address);
  if (url) location.assign(url.href);
  return !!url;
}
