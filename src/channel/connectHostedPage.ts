import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import type { HeardMessage } from '../protocol/HostedMessage.ts';
import type { MerchantMessage } from '../protocol/MerchantMessage.ts';
import { parseHostedMessage } from '../protocol/parseHostedMessage.ts';
import { parseHello, protocolMajor, writeWindowMessage } from '../protocol/writeWindowMessage.ts';
import { encodeBase64Url } from '../protocol/encodeBase64Url.ts';
import { isExpectedSender } from './isExpectedSender.ts';
import { openPort, type PortLine } from './openPort.ts';

/** 128 random bits that tie a frame to the one mount it was made for. There is no weaker fallback. */
export const createNonce = (): string =>
  encodeBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** What is heard of the hosted page: what it says itself, and what the channel notices. */
export interface ChannelMessage extends HeardMessage {
  /**
   * A message of the page begins with `h:`. Those of the channel itself:
   *
   * - `restarted`: the page has started anew, and what was known of it may be old.
   * - `differs`: the two pages do not speak the same versions of the protocol.
   */
  readonly t: string;
  /** The two pages share no version. */
  readonly apart?: boolean;
}

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
      const apart = hello.min > protocolMajor || hello.max < protocolMajor;
      if (hello.max !== protocolMajor) connection.hear({ t: 'differs', apart });
      if (!apart) greet();
    },
    scope,
  );
}

/**
 * Hands the hosted page a port and speaks first: what waits in a port saves a round trip. Until the page is heard there
 * it may have an earlier one: `before` goes on for as long.
 */
function openLine(
  platform: Platform,
  connection: Connection,
  before: PortLine<MerchantMessage>,
  notice: (t: HeardMessage['t']) => void,
): PortLine<MerchantMessage> {
  const { port1, port2 } = new platform.MessageChannel();
  const line = openPort<MerchantMessage, HeardMessage>(port1, parseHostedMessage, (message) => {
    before();
    notice(message.t);
    connection.hear(message);
  });
  post(connection, 's:port', protocolMajor, [port2]);
  line(connection.init());
  return (message) => {
    before(message);
    line(message);
  };
}

/**
 * The merchant page's side of the handshake, and the generations of the page in its frame or window:
 *
 * 1. It hears a hello from that window, at the hosted page's origin, with its own nonce.
 * 2. It answers with a port and stops listening; on the port it speaks first.
 * 3. It asks whether the page that is there has that port: a second later, after whatever may have brought another
 *    page (a bye, a `load` of the frame, a return from the back-forward cache), and with each ping of the checkout. It
 *    asks with a ping and, until that is answered, it listens again. A page that has no port says hello, and says it again
 *    when it hears `s:hi`. In a window of its own, which tells of no `load`, it goes on listening.
 *
 * So a page that is there gets a port in whatever order all of this comes, and keeps it: one is let go only when
 * another speaks that was given later. There is at most one handshake a second. Gives the function that sends; what is
 * sent while there is no port is dropped, because every port starts with the whole state.
 */
export function connectHostedPage(
  platform: Platform,
  connection: Connection,
  signal: AbortSignal,
): (message: MerchantMessage) => void {
  const { frame } = connection;
  let listening = createScope(signal);
  let resting: boolean | undefined;
  let asked = 0;
  let send: PortLine<MerchantMessage> = () => undefined;

  const ask = (): void => {
    asked++;
    send({ t: 's:ping' });
    if (!listening.signal.aborted) return;
    listening = createScope(signal);
    awaitHello(platform, connection, listening, offer);
    if (!resting) post(connection, 's:hi');
  };
  const offer = (): void => {
    // Whoever still waits in a second is asked to say it again.
    if (resting) return;
    listening.abort();
    if (resting === false) connection.hear({ t: 'restarted' });
    resting = true;
    after(platform, 1000, signal, () => {
      resting = false;
      if (listening.signal.aborted) ask();
      else post(connection, 's:hi');
    });
    let answered = asked;
    send = openLine(platform, connection, send, (t) => {
      // All pings have to be answered: the last one cannot be by a page that has gone before it was sent.
      if (t === 'h:pong' && ++answered === asked && frame.addEventListener) listening.abort();
      if (t === 'h:bye') ask();
    });
  };
  frame.addEventListener?.('load', ask, { signal });
  platform.addEventListener('pageshow', ask, { signal });
  signal.addEventListener('abort', () => send());
  awaitHello(platform, connection, listening, offer);
  return (message) => (message.t === 's:ping' ? ask() : send(message));
}
