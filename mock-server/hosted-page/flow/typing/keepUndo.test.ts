// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { emptyValues } from '../../form/FormValues.ts';
import { keepUndo } from './keepUndo.ts';

const open = () => {
  const fixture = screenFixture({}, { state: { values: emptyValues } });
  keepUndo(fixture.flow);
  const number = fixture.find('number') as HTMLInputElement;
  const type = (value: string): void => {
    number.focus();
    number.value = value;
    number.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = (key: string, init: KeyboardEventInit = { ctrlKey: true }): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    document.activeElement?.dispatchEvent(event);
    return event;
  };
  return { ...fixture, number, type, press };
};

test('the card number is taken back step by step, past its groups, and comes again', () => {
  const { number, type, press } = open();
  for (const value of ['4242', '42424', '4242 42']) type(value);
  expect(number.value).toBe('4242 42');
  press('z');
  expect(number.value).toBe('4242 4');
  press('z', { metaKey: true });
  expect(number.value).toBe('4242');
  press('Z', { ctrlKey: true, shiftKey: true });
  press('y');
  expect(number.value).toBe('4242 42');
  press('z');
  type('4242 9');
  press('y');
  expect(number.value).toBe('4242 9');
});

test('at the first state there is nothing to take back, and the browser takes nothing either', () => {
  const { number, type, press } = open();
  type('4242 4');
  expect(press('z').defaultPrevented).toBe(true);
  press('z');
  expect(number.value).toBe('');
});

test('other keys, and fields that nobody rewrites, are the browser’s', () => {
  const { find, number, type, press } = open();
  type('4242 4');
  press('z', {});
  press('z', { ctrlKey: true, altKey: true });
  press('a');
  expect(number.value).toBe('4242 4');
  find('email').focus();
  expect(press('z').defaultPrevented).toBe(false);
});

test('what a test card or another card has replaced does not come back', () => {
  const { flow, find, number, type, press } = open();
  type('4242 4');
  find('pay').focus();
  flow.store.set({ values: { ...emptyValues, number: '4000 0000 0000 0002' } });
  number.focus();
  press('z');
  expect(number.value).toBe('4000 0000 0000 0002');
});

test('a security code that was sent is nowhere to be had, with the focus still in its field', () => {
  const { flow, find, press } = open();
  const code = find('securityCode') as HTMLInputElement;
  code.focus();
  code.value = '123';
  code.dispatchEvent(new Event('input', { bubbles: true }));
  flow.store.enter({ name: 'paying' });
  press('z');
  expect(flow.store.get().values.securityCode).toBe('123');
  flow.store.enter({ name: 'form' }, { values: emptyValues });
  press('z');
  expect(code.value).toBe('');
});
