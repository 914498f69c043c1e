import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import type { MerchantMessage } from '../protocol/MerchantMessage.ts';
import { awaitHello, type Connection, openLine, post } from './connectFrame.ts';
import type { PortLine } from './openPort.ts';

/**
 * The merchant page's side of the handshake with a window of its own. A window tells of no `load`, so the
 * listener stays: each hello is a new generation with a new port, at most one a second. Gives the function
 * that sends; what is sent while there is no port is dropped, because every port starts with the whole state.
 */
export function connectWindow(
  platform: Platform,
  connection: Connection,
  signal: AbortSignal,
): (message: MerchantMessage) => void {
  let line: PortLine<MerchantMessage> | undefined;
  let pause = createScope(signal);
  let next = -Infinity;

  awaitHello(platform, connection, createScope(signal), () => {
    const now = platform.performance.now();
    pause.abort();
    if (now < next) {
      // Woken later, the page says hello again: a storm of hellos is one handshake.
      pause = createScope(signal);
      after(platform, next - now, pause.signal, () => post(connection, 's:hi'));
      return;
    }
    next = now + 1000;
    if (line) connection.hear({ t: 'restarted' });
    line?.close();
    line = openLine(platform, connection, () => undefined);
  });
  signal.addEventListener('abort', () => line?.close());
  return (message) => line?.send(message);
}
