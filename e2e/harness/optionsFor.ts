import type { Session } from './createAccount.ts';

/** What a page gives to any way to check out, to show the checkout of this session. */
export const optionsFor = ({ secure_token: secureToken, url }: Session) => ({
  secureToken,
  host: new URL(url).origin,
});
