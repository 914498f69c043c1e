import { checkOption } from './checkOption.ts';
import { parseSecureUrl } from './parseSecureUrl.ts';

/** Refuses, in builds for development, a host that says something else than the address of the session beside it. */
export function checkHostBeside<Access extends { readonly host: string }>(
  access: Access,
  given: string | undefined,
): Access {
  const isSame =
    given === undefined || given === 'self' || parseSecureUrl(given)?.origin === access.host;
  checkOption(
    isSame,
    `Failed to find the session: "url" is at ${access.host}, and "host" says something else. Leave "host" away: the address names it.`,
  );
  return access;
}
