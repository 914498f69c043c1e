// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';

const openField = (name: string) => {
  const { find, state } = screenFixture({}, { state: { values: empty } });
  const input = find(name) as HTMLInputElement;
  const say = (event: Event): void => {
    input.dispatchEvent(event);
  };
  return {
    input,
    state,
    /** A key, or what a browser fills in. */
    type: (value: string, options: InputEventInit = {}) => {
      input.value = value;
      say(new InputEvent('input', { bubbles: true, ...options }));
    },
    compose: () => {
      say(new CompositionEvent('compositionend', { bubbles: true }));
    },
  };
};
const empty = { email: '', number: '', expiry: '', securityCode: '', name: '', postalCode: '' };

test('a number that is being composed is left alone until it is whole', () => {
  const { input, state, type, compose } = openField('number');
  type('４２４２４', { isComposing: true, inputType: 'insertCompositionText' });
  expect(input.value).toBe('４２４２４');
  compose();
  expect(input.value).toBe('4242 4');
  expect(state().values.number).toBe('4242 4');
});

test('what a browser fills in without saying how is formatted', () => {
  const { input, type } = openField('expiry');
  type('12/2034');
  expect(input.value).toBe('12 / 34');
});

test('a name that is being composed is known as it stands', () => {
  const { input, state, type } = openField('name');
  type('やまだ', { isComposing: true, inputType: 'insertCompositionText' });
  expect(input.value).toBe('やまだ');
  expect(state().values.name).toBe('やまだ');
});
