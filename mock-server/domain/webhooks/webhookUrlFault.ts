import { isAddress, isPublicAddress } from '../addresses/isPublicAddress.ts';
import { isLoopbackHost } from '../addresses/isLoopbackHost.ts';

/**
 * What is wrong with an address that webhooks are to be sent to; `undefined` when nothing is. What a name stands for is
 * looked at again when something is sent.
 */
export function webhookUrlFault(text: string, allowedHosts: readonly string[]): string | undefined {
  if (/[\s\\]|\p{Cc}/u.test(text) || !URL.canParse(text)) return 'Give an absolute URL';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password) return 'Leave out the user name and the password';
  if (hash) return 'Leave out the fragment: it is never sent';
  if (protocol !== 'https:' && protocol !== 'http:') {
    return 'Give a URL that begins with https://, or with http:// on localhost';
  }
  if (isLoopbackHost(hostname) || allowedHosts.includes(hostname)) return undefined;
  if (protocol === 'http:') {
    return 'Give an https URL, or http on localhost, or start the server with --allow-webhook-host';
  }
  if (isAddress(hostname) && !isPublicAddress(hostname)) {
    return 'Give a public address, or start the server with --allow-webhook-host';
  }
  return undefined;
}
