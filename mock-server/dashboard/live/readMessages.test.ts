import { expect, test } from 'vitest';
import { readMessages } from './readMessages.ts';

const streamOf = (...pieces: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

const readAll = async (...pieces: readonly string[]): Promise<unknown[]> => {
  const messages = [];
  for await (const message of readMessages(streamOf(...pieces))) messages.push(message);
  return messages;
};

test('messages are found wherever the stream is cut, and comments are none', async () => {
  const text =
    ': hello\n\nevent: change\ndata: {"kind":"clock"}\n\ndata: a\ndata: b\r\n\r\nevent: x\n\n';
  const expected = [
    { event: 'change', data: '{"kind":"clock"}' },
    { event: 'message', data: 'a\nb' },
  ];
  expect(await readAll(text)).toEqual(expected);
  expect(await readAll(...text.split(''))).toEqual(expected);
});

test('a message that was cut off is none', async () => {
  expect(await readAll('data: whole\n\ndata: cut')).toEqual([{ event: 'message', data: 'whole' }]);
});
