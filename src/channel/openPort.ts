import type { Numbered } from '../protocol/parseMessage.ts';

/** One end of a private line between the two pages: says something to the other, or, called with nothing, is let go. */
export type PortLine<Sent> = (message?: Sent) => void;

/**
 * Starts a port: numbers what is sent from 1, and hands on what is heard only when it parses and its
 * number is higher than the last, so that nothing counts twice.
 */
export function openPort<Sent extends object, Heard extends object>(
  port: MessagePort,
  parse: (data: unknown) => Numbered<Heard> | undefined,
  hear: (message: Heard) => void,
): PortLine<Sent> {
  let sent = 0;
  let heard = 0;
  port.onmessage = (event) => {
    const { seq, ...message } = parse(event.data) ?? { seq: 0 };
    if (seq <= heard) return;
    heard = seq;
    hear(message as Heard);
  };
  return (message) => {
    if (message) port.postMessage({ ...message, seq: ++sent });
    else {
      port.onmessage = null;
      port.close();
    }
  };
}
