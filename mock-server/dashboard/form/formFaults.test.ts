import { expect, test } from 'vitest';
import { formFaults } from './formFaults.ts';

test.each([
  ['success_url', 'Success URL', 'Enter a complete address that starts with https://'],
  ['expires_in_hours', 'Expires in (hours)', 'Enter a number from 1 to 720.'],
  ['line_items.1.quantity', 'the quantity of line item 2', 'Enter 1 or more.'],
  ['cascade_line_items.0.line_items.0.price_id', 'cascade tier 1', 'As the server says.'],
  ['params_for_sub.custom_fields.tier', 'tier', 'As the server says.'],
  ['unheard_of', 'unheard_of', 'As the server says.'],
])('a fault at %s is one of %s', (place, name, message) => {
  const [fault] = formFaults([{ loc: ['body', ...place.split('.')], msg: 'As the server says' }]);
  expect(fault).toMatchObject({ place, name });
  expect(fault?.message).toContain(message);
});

test('an empty field is to be filled in', () => {
  const msg = 'This is empty. Give a text';
  const [fault] = formFaults([{ loc: ['body', 'promotion_code'], msg }]);
  expect(fault?.message).toBe('Fill this in.');
});

test('each field is named once, a list of origins as one field', () => {
  const faults = formFaults([
    { loc: ['body', 'allowed_origins', 0], msg: 'Give one origin' },
    { loc: ['body', 'allowed_origins', 2], msg: 'Give one origin' },
    { loc: ['body', 'return_url'], msg: 'x' },
    { loc: ['body', 'return_url'], msg: 'y' },
  ]);
  expect(faults.map(({ place }) => place)).toEqual(['return_url', 'allowed_origins']);
});

test('the first field of the form is named first, and one the form does not have last', () => {
  const places = ['unheard_of', 'line_items.1.quantity', 'success_url', 'expires_in_hours'];
  const faults = formFaults(
    places.map((place) => ({ loc: ['body', ...place.split('.')], msg: 'x' })),
  );
  expect(faults.map(({ place }) => place)).toEqual([...places].reverse());
});
