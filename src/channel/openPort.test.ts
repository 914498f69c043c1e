import { expect, test, vi } from 'vitest';
import { openPort } from './openPort.ts';

interface Heard {
  readonly t: string;
  readonly seq: number;
}

/** A port that delivers what the test says, and keeps what is sent. */
function open() {
  const port = {
    onmessage: null as ((event: { readonly data: unknown }) => void) | null,
    postMessage: vi.fn(),
    close: vi.fn(),
  };
  const heard: object[] = [];
  const parse = (data: unknown): Heard | undefined =>
    typeof data === 'object' ? (data as Heard) : undefined;
  const line = openPort<{ readonly t: string }, { readonly t: string }>(
    port as unknown as MessagePort,
    parse,
    (message) => heard.push(message),
  );
  const deliver = (data: unknown): void => port.onmessage?.({ data });
  return { port, line, heard, deliver };
}

test('numbers what is sent from one', () => {
  const { line, port } = open();
  line({ t: 'a' });
  line({ t: 'b' });
  expect(port.postMessage.mock.calls).toEqual([[{ t: 'a', seq: 1 }], [{ t: 'b', seq: 2 }]]);
});

test('hears each number once and in order, and passes over what does not parse', () => {
  const { deliver, heard } = open();
  const message = (seq: number, t: string): Heard => ({ t, seq });
  for (const data of [
    message(0, 'before the first'),
    message(1, 'first'),
    'noise',
    message(1, 'first again'),
    message(3, 'third'),
    message(2, 'second, late'),
    message(4, 'fourth'),
  ]) {
    deliver(data);
  }
  expect(heard).toEqual([{ t: 'first' }, { t: 'third' }, { t: 'fourth' }]);
});

test('once closed it hears nothing that was still under way, and lets go of the port', () => {
  const { line, port, deliver, heard } = open();
  line();
  deliver({ t: 'late', seq: 1 });
  expect(heard).toEqual([]);
  expect(port.close).toHaveBeenCalledOnce();
});
