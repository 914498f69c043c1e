import { expect, test } from 'vitest';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';

/** Follows an account; `until` waits for a change of a kind and returns all there were so far. */
async function follow(transport: Transport, account: string) {
  const stopping = new AbortController();
  const response = await fetch(`${transport.api()}/_mock/accounts/${account}/stream`, {
    signal: stopping.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    text: () => text,
    async until(kind: string) {
      while (!text.includes(`"kind":"${kind}"`)) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`The stream ended: ${text}`);
        text += part.value;
      }
      const changes = [...text.matchAll(/^event: change\ndata: (.*)\n\n/gm)];
      return changes.map(([, data = '']) => JSON.parse(data) as { kind: string; id: string });
    },
    stop() {
      stopping.abort();
    },
  };
}

describeTransports('the stream of an account', (transport) => {
  test('it tells what changes as it changes, and in this account alone', async () => {
    const [world, other] = [createWorld(transport), createWorld(transport)];
    const stream = await follow(transport, world.account);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    const stranger = await other.create();
    const session = await world.create();
    const changes = await stream.until('event');
    expect(changes).toContainEqual({ kind: 'checkout_session', id: session.id });
    await world.advance('1h');
    expect(await stream.until('clock')).toContainEqual({ kind: 'clock', id: world.account });
    await world.pay(session.secure_token);
    expect(await stream.until('payment_intent')).not.toHaveLength(0);
    expect(stream.text()).not.toContain(stranger.id);
    stream.stop();
  });

  test('it goes on after a reset', async () => {
    const world = createWorld(transport);
    await world.create();
    const stream = await follow(transport, world.account);
    await world.control('DELETE', '');
    expect(await stream.until('account')).toContainEqual({ kind: 'account', id: world.account });
    const { id } = await world.create();
    expect(await stream.until('checkout_session')).toContainEqual({
      kind: 'checkout_session',
      id,
    });
    stream.stop();
  });
});
