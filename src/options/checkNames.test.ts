import { expect, test } from 'vitest';
import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkNames } from './checkNames.ts';

const names = ['secureToken', 'url', 'locale', 'appearance', 'timeoutMs'];

const refusal = (given: object | null | undefined): string => {
  try {
    checkNames(given, 'options', names);
  } catch (error) {
    if (!(error instanceof PaymentKitError)) throw error;
    // What follows is the link that every error has.
    return `${error.code}: ${error.message.replace(/ \(https:.*/, '')}`;
  }
  return 'accepted';
};

test.each([
  ['a letter too few', 'local', 'locale'],
  ['a letter too many', 'urls', 'url'],
  ['another letter', 'lokale', 'locale'],
  ['two letters that changed places', 'loclae', 'locale'],
  ['other capitals', 'securetoken', 'secureToken'],
  ['a part of it', 'timeout', 'timeoutMs'],
  ['a part of it in other capitals', 'Token', 'secureToken'],
  ['more than it', 'localeCode', 'locale'],
  ['a short name with a letter that is another', 'uri', 'url'],
])('%s (%s) is taken for %s', (_, name, meant) => {
  expect(refusal({ [name]: 1 })).toBe(
    `invalid_option: Failed to read the options: there is no "${name}". Did you mean "${meant}"?`,
  );
});

test.each([
  ['three letters off', 'loakalie'],
  ['a short one of which no letter is right', 'xyz'],
  ['another word', 'language'],
  ['three letters of a longer one', 'ken'],
  ['one that begins with other letters', 'xyzlocal'],
])('%s (%s) could mean any of them', (_, name) => {
  expect(refusal({ [name]: 1 })).toBe(
    `invalid_option: Failed to read the options: there is no "${name}". There are secureToken, url, locale, appearance, timeoutMs.`,
  );
});

test('the nearest is meant where two are near', () => {
  expect(() => checkNames({ form: 1 }, 'options', ['from', 'forms'])).toThrow('mean "forms"');
  expect(() => checkNames({ form: 1 }, 'options', ['forms', 'from'])).toThrow('mean "forms"');
});

test('known names are accepted, and so is an unknown one that holds nothing', () => {
  const fine = { url: 'x', locale: undefined, colour: undefined, size: null };
  expect([refusal(fine), refusal({})]).toEqual(['accepted', 'accepted']);
});

test.each([[undefined], [null], ['url']])('%j is no object with names', (given) => {
  expect(refusal(given as unknown as object)).toBe(
    'invalid_option: Failed to read the options: there are none. Pass an object.',
  );
});
