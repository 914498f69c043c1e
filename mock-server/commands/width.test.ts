import { expect, test } from 'vitest';
import { greeting } from './greeting.ts';
import { warning } from './warning.ts';
import { help } from './help.ts';

test.each([
  ['the help', help()],
  ['the help of session', help('session')],
  ['the help of trigger', help('trigger')],
  ['the greeting', greeting('http://127.0.0.1:4242', (_style, text) => text)],
  ['the warning', warning('192.168.100.100')],
])('%s fits a window of 80 columns', (_name, text) => {
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
