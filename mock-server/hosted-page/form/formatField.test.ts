import { expect, test } from 'vitest';
import { formatCaret, formatField } from './formatField.ts';

test.each([
  ['4242424242424242', '4242 4242 4242 4242'],
  ['4242-4242 4242.4242', '4242 4242 4242 4242'],
  ['42424', '4242 4'],
  ['424242424242424299', '4242 4242 4242 4242'],
  ['378282246310005', '3782 822463 10005'],
  ['6011000990139424123', '6011 0009 9013 9424 123'],
  ['３７８２８２', '3782 82'],
  ['٤٢٤٢٤٢', '4242 42'],
  ['card', ''],
])('the number %j is shown as %j', (typed, shown) => {
  expect(formatField('number', typed, '')).toBe(shown);
});

test.each([
  ['4', '04 / '],
  ['1', '1'],
  ['12', '12 / '],
  ['1/', '01 / '],
  ['4/29', '04 / 29'],
  ['0429', '04 / 29'],
  ['04/2029', '04 / 29'],
  ['042029', '04 / 29'],
  ['2029-04', '04 / 29'],
  ['2029/04', '04 / 29'],
  ['1 29', '01 / 29'],
  ['١/٢٩', '01 / 29'],
  ['۱۲／۲۰۲۹', '12 / 29'],
  ['٢٠٢٩-٠٤', '04 / 29'],
  ['04 / 295', '04 / 29'],
])('the date %j is shown as %j', (typed, shown) => {
  expect(formatField('expiry', typed, '')).toBe(shown);
});

test('a year of four digits may be typed one by one, as it stands on no card but in many heads', () => {
  let shown = '';
  for (const digit of '042034') shown = formatField('expiry', `${shown}${digit}`, '');
  expect(shown).toBe('04 / 34');
  expect(formatField('expiry', '04 / 203', '')).toBe('04 / 203');
});

test('a separator that is deleted does not come back', () => {
  expect(formatField('expiry', '04 /', '', true)).toBe('04');
  expect(formatField('expiry', '0', '', true)).toBe('0');
});

test.each([
  ['4242 4242 4242 4242', '12345', '123'],
  ['3782 822463 10005', '12345', '1234'],
  ['', '12a', '12'],
])('with the number %j the code %j is cut to %j', (number, typed, shown) => {
  expect(formatField('securityCode', typed, number)).toBe(shown);
});

test.each([
  // typed, caret, shown, where the caret goes
  ['42424', 5, '4242 4', 6],
  ['4242 95242', 6, '4242 9524 2', 6],
  ['4242 4242', 4, '4242 4242', 4],
  ['442 4242', 1, '4424 242', 1],
  ['4', 1, '04 / ', 5],
  ['5/29', 1, '05 / 29', 2],
])('after typing %j with the caret at %i, %j has it at %i', (typed, caret, shown, position) => {
  expect(formatCaret(typed, caret, shown)).toBe(position);
});
