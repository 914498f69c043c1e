/** What the address of a frame tells the hosted page: who embeds it, and the nonce of this one embedding. */
export interface EmbedFragment {
  readonly nonce: string;
  readonly origin: string;
}

/**
 * The address of the hosted page for a frame. The secure token is not in it: every script on the
 * page, and any monitoring tool, can read the address of a frame.
 */
export const writeEmbedAddress = (
  host: string,
  handle: string,
  locale: string,
  { nonce, origin }: EmbedFragment,
): string =>
  `${host}/embed/${handle}?locale=${encodeURIComponent(locale)}#pk=1&n=${nonce}&o=${encodeURIComponent(origin)}`;

/** Reads the fragment of the hosted page's own address; `undefined` for an ordinary visit. */
export function readEmbedFragment(hash: string): EmbedFragment | undefined {
  const fragment = new URLSearchParams(hash.slice(1));
  const nonce = fragment.get('n');
  const origin = fragment.get('o');
  return fragment.get('pk') === '1' && nonce && origin ? { nonce, origin } : undefined;
}

/** Bytes as base64url without padding, as addresses and fragments take them. */
export const encodeBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
