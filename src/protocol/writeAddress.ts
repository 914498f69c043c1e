/** What its address tells the hosted page: who embeds or opened it, and the nonce of this one time. */
export interface EmbedFragment {
  readonly nonce: string;
  readonly origin: string;
}

/**
 * The address of a page of the host, and for whom it is opened. That of a frame names the session by its handle: the
 * secure token is not in it, because every script on the page, and any monitoring tool, can read it.
 */
export const writeAddress = (
  page: string,
  locale: string | undefined,
  nonce: string,
  origin: string,
): string =>
  `${page}?locale=${encodeURIComponent(String(locale))}#pk=1&n=${nonce}&o=${encodeURIComponent(origin)}`;

/** Reads the fragment of the hosted page's own address; `undefined` for an ordinary visit. */
export function readEmbedFragment(hash: string): EmbedFragment | undefined {
  const fragment = new URLSearchParams(hash.slice(1));
  const nonce = fragment.get('n');
  const origin = fragment.get('o');
  return fragment.get('pk') === '1' && nonce && origin ? { nonce, origin } : undefined;
}
