import type { Frame } from '@playwright/test';
import type { HostedMessage } from 'paymentkit-js/hosted';

/** The compiler asks for each message that the protocol gets. */
const types: Readonly<Record<HostedMessage['t'] | 'h:hello', true>> = {
  'h:hello': true,
  'h:ready': true,
  'h:resize': true,
  'h:change': true,
  'h:edited': true,
  'h:escape': true,
  'h:focused': true,
  'h:submit': true,
  'h:processing': true,
  'h:declined': true,
  'h:completed': true,
  'h:expired': true,
  'h:canceled': true,
  'h:return': true,
  'h:error': true,
  'h:pong': true,
  'h:bye': true,
};

/** Every message the hosted page can send, and the shapes that break careless parsers. */
export function forgeries(n: string): unknown[] {
  const fields = { n, v: { min: 1, max: 1 }, height: 9_999, reason: 'declined', step: 'payment' };
  return [
    ...Object.keys(types).map((t) => ({ pk: 1, t, seq: 1, code: 'session_expired', ...fields })),
    ...[null, undefined, 0, '', 'h:completed', [], [null], { pk: 1 }, { pk: 1, t: null }],
    { pk: '1', t: 'h:hello', n, v: null },
    JSON.parse(`{"pk":1,"t":"h:hello","n":"${n}","__proto__":{"polluted":true},"v":{"min":1}}`),
  ];
}

/** Makes a frame post every forgery to the page around it, many times over. */
export async function flood(frame: Frame, n: string, times = 50): Promise<void> {
  await frame.evaluate(
    ([messages, count, anyone]) => {
      for (let time = 0; time < count; time += 1) {
        for (const message of messages) window.parent.postMessage(message, anyone);
      }
    },
    [forgeries(n), times, '*'] as const,
  );
}
