import { parseUrl } from './parseUrl.ts';

const loopback = /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An address the shopper may be sent to: https, or http on this machine, without a user name; else `undefined`. */
export const safeUrl = (address: string): string | undefined => {
  const url = parseUrl(address);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  const { protocol, hostname, href } = url;
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  return safe ? href : undefined;
};
