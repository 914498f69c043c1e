import { connectParent, type HostedWindow } from '../channel/connectParent.ts';
import type { HostedMessage } from '../protocol/HostedMessage.ts';
import type { HostedChanges, HostedInit, MerchantMessage } from '../protocol/MerchantMessage.ts';
import { readEmbedFragment } from '../protocol/writeAddress.ts';
import { checkoutHandle } from '../session/checkoutHandle.ts';

/** What the hosted page does when the merchant page speaks. All data is parsed and copied. */
export interface MerchantPageHandlers {
  /** The checkout begins. Called again when the merchant page comes back to the same hosted page. */
  init(init: HostedInit): void;
  /** The merchant changed the language, the looks or the prefilled fields; only what changed is there. */
  update(changes: HostedChanges): void;
  /** The merchant's server changed the session: read it again. */
  refresh(): void;
  /** Move the focus to the first field. */
  focus(): void;
  /** A frame prepared out of sight is shown now. */
  show(): void;
  /** The merchant takes the checkout away. */
  close(reason: string): void;
}

/** Who may embed this page, and what happens when they speak. */
export interface MerchantPageOptions {
  /** The origins that may show this session, as the server rendered them. Compared whole, never by part. */
  readonly allowedOrigins: readonly string[];
  readonly handlers: MerchantPageHandlers;
}

/** The merchant page around this one, or that opened it. */
export interface MerchantPage {
  /**
   * `alone`: an ordinary visit at top level. `refused`: the page around is not allowed to show this
   * checkout; show nothing of it. `connecting`: the handshake is under way or done. A page in a window of its
   * own is alone until it has heard the page that opened it, and again when that one has been silent for 150
   * seconds or is closed: ask when it matters.
   */
  readonly status: 'alone' | 'refused' | 'connecting';
  /** The origin of the merchant page as the address says it. */
  readonly origin: string | undefined;
  /** Sends, or keeps the message until the merchant page answers. Does nothing when alone or refused. */
  readonly send: (message: HostedMessage) => void;
  /** Says bye and stops listening. */
  readonly destroy: () => void;
}

/** So long a merchant page may be silent: hidden, it can ping only once a minute. In milliseconds. */
const patience = 150_000;

const ignore = (): void => undefined;

function dispatch(handlers: MerchantPageHandlers, message: MerchantMessage): void {
  const { t, ...data } = message;
  if (t === 's:init') handlers.init(data as HostedInit);
  else if (t === 's:update') handlers.update(data as HostedChanges);
  else if (t === 's:close') handlers.close((data as { reason: string }).reason);
  else if (t === 's:refresh') handlers.refresh();
  else if (t === 's:focus') handlers.focus();
  else if (t === 's:show') handlers.show();
}

/** `connectMerchantPage` on a given window. */
export function connectMerchantPageOn(
  window: HostedWindow,
  { allowedOrigins, handlers }: MerchantPageOptions,
): MerchantPage {
  const { location, parent, opener, performance } = window;
  const fragment = readEmbedFragment(location.hash);
  const origin = fragment?.origin;
  const idle = { origin, send: ignore, destroy: ignore };
  const framed = parent !== (window as unknown);
  const allowed = fragment && allowedOrigins.includes(fragment.origin);
  // Taken once: a window that is replaced later is not the one that loaded this page.
  const merchant = framed ? parent : allowed && opener;
  if (!fragment || !merchant) return { status: 'alone', ...idle };
  if (!allowed) return { status: 'refused', ...idle };

  // The address of a page in a window of its own holds the token: it hears none.
  let accepted = Promise.resolve(!framed);
  let heard = -Infinity;
  const isOwnSession = async (token = ''): Promise<boolean> => {
    const own = location.pathname.endsWith(`/embed/${await checkoutHandle(token)}`);
    // A sibling frame that won the race for the port would make the shopper pay another session.
    if (!own) link.send({ t: 'h:error', code: 'token_rejected', recoverable: false });
    return own;
  };
  const link = connectParent(window, merchant, fragment, (message) => {
    heard = performance.now();
    if (message.t === 's:ping') {
      link.send({ t: 'h:pong' });
      return;
    }
    if (message.t === 's:init' && framed) accepted = isOwnSession(message.token);
    void accepted.then((own) => {
      if (own) dispatch(handlers, message);
    });
  });
  const isHeard = (): boolean => performance.now() < heard + patience && !opener?.closed;
  return {
    get status() {
      return framed || isHeard() ? 'connecting' : 'alone';
    },
    origin,
    ...link,
  };
}

/**
 * Connects the hosted page with the merchant page around it, or that opened it in a window of its own:
 * handshake, private port, pings, and the check that the token received is the one this page's address was
 * made for.
 *
 * @example
 * ```ts
 * import { connectMerchantPage } from 'paymentkit-js/hosted';
 *
 * const page = connectMerchantPage({
 *   allowedOrigins: ['https://shop.example'],
 *   handlers: {
 *     init: ({ token, locale }) => console.log(token !== undefined, locale),
 *     update: () => undefined,
 *     refresh: () => undefined,
 *     focus: () => undefined,
 *     show: () => undefined,
 *     close: () => undefined,
 *   },
 * });
 * page.send({ t: 'h:ready', title: 'Checkout' });
 * ```
 */
export const connectMerchantPage = (options: MerchantPageOptions): MerchantPage =>
  connectMerchantPageOn(window, options);
