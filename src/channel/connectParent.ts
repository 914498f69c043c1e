import type { HostedMessage } from '../protocol/HostedMessage.ts';
import type { MerchantMessage } from '../protocol/MerchantMessage.ts';
import { parseMerchantMessage } from '../protocol/parseMerchantMessage.ts';
import { parseSummons, protocolMajor, writeWindowMessage } from '../protocol/writeWindowMessage.ts';
import type { EmbedFragment } from '../protocol/writeAddress.ts';
import { isExpectedSender } from './isExpectedSender.ts';
import { openPort, type PortLine } from './openPort.ts';

/** The merchant page's window, as far as another origin can touch it. */
export interface MerchantWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What the hosted page's end touches of its own window. */
export interface HostedWindow {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly parent: MerchantWindow;
  /** The page that opened this one in a window, unless the two were cut apart. */
  readonly opener: (MerchantWindow & { readonly closed: boolean }) | null;
  readonly performance: Pick<Performance, 'now'>;
  addEventListener<K extends 'message' | 'pagehide' | 'pageshow'>(
    type: K,
    listener: (event: WindowEventMap[K]) => void,
    options?: { readonly signal: AbortSignal },
  ): void;
}

/** The hosted page's end of the channel. */
export interface ParentLink {
  /** Sends, or keeps the message until there is a port. */
  readonly send: (message: HostedMessage) => void;
  readonly destroy: () => void;
}

/** Says hello until one port has come, from the one window at the one origin; then hears no more. */
function awaitPort(
  window: HostedWindow,
  merchant: MerchantWindow,
  { nonce, origin }: EmbedFragment,
  take: (port: MessagePort) => void,
): AbortController {
  const listening = new AbortController();
  const sayHello = (): void => {
    merchant.postMessage(
      writeWindowMessage('h:hello', nonce, { min: protocolMajor, max: protocolMajor }),
      origin,
    );
  };
  const onMessage = (event: MessageEvent): void => {
    if (!isExpectedSender(event, merchant, origin)) return;
    const message = parseSummons(event.data, nonce);
    const [port] = event.ports;
    if (message?.t === 's:hi') sayHello();
    if (message?.t !== 's:port' || message.v !== protocolMajor || !port) return;
    listening.abort();
    take(port);
  };
  window.addEventListener('message', onMessage, { signal: listening.signal });
  sayHello();
  return listening;
}

/**
 * The hosted page's side of the handshake:
 *
 * 1. It says hello to the origin in its address, which the caller has found among the origins allowed.
 * 2. It takes one port in each load, from the merchant's window at that origin alone, and stops listening.
 * 3. On `pagehide` it says bye and lets the port go; a page that comes back from the back-forward
 *    cache starts again at 1.
 */
export function connectParent(
  window: HostedWindow,
  merchant: MerchantWindow,
  fragment: EmbedFragment,
  hear: (message: MerchantMessage) => void,
): ParentLink {
  const alive = new AbortController();
  let listening: AbortController;
  let line: PortLine<HostedMessage> | undefined;
  let waiting: HostedMessage[] = [];

  const start = (): void => {
    listening = awaitPort(window, merchant, fragment, (port) => {
      line = openPort(port, parseMerchantMessage, hear);
      waiting.forEach((message) => line?.(message));
      waiting = [];
    });
  };
  const stop = (): void => {
    listening.abort();
    line?.({ t: 'h:bye' });
    line?.();
    line = undefined;
  };
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) start();
  };
  start();
  window.addEventListener('pagehide', stop, alive);
  window.addEventListener('pageshow', onPageShow, alive);

  return {
    send: (message) => {
      if (line) line(message);
      else waiting.push(message);
    },
    destroy: () => {
      stop();
      alive.abort();
    },
  };
}
