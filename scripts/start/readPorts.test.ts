import { expect, test } from 'vitest';
import { readPorts } from './readPorts.ts';

test.each([
  [undefined, 4242],
  ['', 4242],
  [' 5000 ', 5000],
])('PAYMENTKIT_PORT=%j is port %j', (text, port) => {
  expect(readPorts({ PAYMENTKIT_PORT: text })).toEqual({ paymentkit: port, shop: 4243 });
});

test.each(['0', '65536', '-1', '80.5', 'http', '0x50'])('EXAMPLES_PORT=%s is refused', (text) => {
  expect(() => readPorts({ EXAMPLES_PORT: text })).toThrow(`EXAMPLES_PORT is "${text}"`);
});

test('one port for both servers is refused', () => {
  expect(() => readPorts({ PAYMENTKIT_PORT: '4243' })).toThrow('both 4243');
});
