import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import type { HeardMessage } from '../protocol/HostedMessage.ts';
import type { MerchantMessage } from '../protocol/MerchantMessage.ts';
import { parseHostedMessage } from '../protocol/parseHostedMessage.ts';
import {
  parseHello,
  protocolVersions,
  writeWindowMessage,
} from '../protocol/writeWindowMessage.ts';
import { encodeBase64Url } from '../protocol/writeAddress.ts';
import { isExpectedSender } from './isExpectedSender.ts';
import { openPort, type PortLine } from './openPort.ts';

/** 128 random bits that tie a frame to the one mount it was made for. There is no weaker fallback. */
export const createNonce = (): string =>
  encodeBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** What is heard of the hosted page: what it says itself, and what the channel notices. */
export type ChannelMessage =
  | HeardMessage
  /** It has started anew: what was known of it may be old. */
  | { readonly t: 'restarted' }
  /** The two pages do not speak the same versions of the protocol; `apart`: they share none. */
  | { readonly t: 'differs'; readonly apart: boolean };

/** What the merchant page's end needs to know, and whom it tells. */
export interface Connection {
  /** Holds the hosted page's window while there is one. A window of its own tells of no `load`. */
  readonly frame: Pick<HTMLIFrameElement, 'contentWindow'> &
    Partial<Pick<HTMLIFrameElement, 'addEventListener'>>;
  /** The hosted page's origin, compared whole. */
  readonly host: string;
  readonly nonce: string;
  /** The first message on every new port. */
  readonly init: () => MerchantMessage;
  readonly hear: (message: ChannelMessage) => void;
}

/** Speaks to the hosted page's window, and to it alone. */
function post(
  connection: Connection,
  t: 's:port' | 's:hi',
  v?: number,
  ports: MessagePort[] = [],
): void {
  connection.frame.contentWindow?.postMessage(
    writeWindowMessage(t, connection.nonce, v),
    connection.host,
    ports,
  );
}

/** Hears hellos of this window, from the hosted page's origin and with this nonce, until the scope ends. */
function awaitHello(
  platform: Platform,
  connection: Connection,
  scope: AbortController,
  greet: () => void,
): void {
  platform.addEventListener(
    'message',
    (event) => {
      const hello =
        isExpectedSender(event, connection.frame.contentWindow, connection.host) &&
        parseHello(event.data, connection.nonce);
      if (!hello) return;
      const apart = hello.min > protocolVersions.max || hello.max < protocolVersions.min;
      if (hello.max !== protocolVersions.max) connection.hear({ t: 'differs', apart });
      if (!apart) greet();
    },
    scope,
  );
}

/** Hands the hosted page its port and speaks first: what waits in a port saves a round trip. */
function openLine(
  platform: Platform,
  connection: Connection,
  onBye: () => unknown,
): PortLine<MerchantMessage> {
  const { port1, port2 } = new platform.MessageChannel();
  const line = openPort<MerchantMessage, HeardMessage>(port1, parseHostedMessage, (message) => {
    if (message.t === 'h:bye') onBye();
    connection.hear(message);
  });
  post(connection, 's:port', protocolVersions.max, [port2]);
  line.send(connection.init());
  return line;
}

/**
 * The merchant page's side of the handshake, and the generations of the page in its frame or window:
 *
 * 1. It hears a hello from that window, at the hosted page's origin, with its own nonce.
 * 2. It answers with a port and stops listening; on the port it speaks first.
 * 3. A generation is one hello, then one `load`. A bye, any other `load` (the shopper reloaded the frame,
 *    somebody moved it) or a page back from the back-forward cache starts the next one at 1. So does the next
 *    hello of a window of its own, which tells of no `load`: there the listener stays.
 *
 * There is at most one handshake a second. Gives the function that sends; what is sent while there is no
 * port is dropped, because every port starts with the whole state.
 */
export function connectHostedPage(
  platform: Platform,
  connection: Connection,
  signal: AbortSignal,
): (message: MerchantMessage) => void {
  let line: PortLine<MerchantMessage> | undefined;
  let listening = createScope(signal);
  let loaded = false;
  let next = 0;

  const start = (woken: boolean): void => {
    listening.abort();
    listening = createScope(signal);
    loaded = woken;
    awaitHello(platform, connection, listening, shakeHands);
    // Its hello may have come before what told of it. The old port stays until there is a new one: after
    // the back-forward cache a hello, a bye and this page's own `pageshow` come in any order.
    if (woken) post(connection, 's:hi');
  };
  const shakeHands = (): void => {
    const now = platform.performance.now();
    if (now < next) {
      // Whoever still waits then says it again: a port for one that has gone would cut off the one that came.
      after(platform, next - now, listening.signal, () => post(connection, 's:hi'));
      return;
    }
    listening.abort();
    next = now + 1000;
    if (line) connection.hear({ t: 'restarted' });
    line?.close();
    // A bye that comes late takes back no hello that waits for its turn.
    const onBye = (): unknown => listening.signal.aborted && start(false);
    line = openLine(platform, connection, onBye);
    if (!connection.frame.addEventListener) start(false);
  };
  // It listens until it is greeted.
  const onLoad = (): unknown =>
    listening.signal.aborted && !loaded ? (loaded = true) : start(true);
  // A window's page lives on while this one is away, and tells of no `load`.
  if (connection.frame.addEventListener) {
    connection.frame.addEventListener('load', onLoad, { signal });
    platform.addEventListener('pageshow', ({ persisted }) => persisted && start(true), { signal });
  }
  signal.addEventListener('abort', () => line?.close());
  start(false);
  return (message) => line?.send(message);
}
