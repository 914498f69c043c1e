import { expect, test } from 'vitest';
import { explainAccess, explainAddress } from './explainAccess.ts';
import { accessOf } from './resolveAccess.ts';

const host = 'https://checkout.paymentkit.com';

test.each<[string, unknown, string]>([
  ['nothing', '', 'it is empty. Pass the "url" of the session'],
  ['a missing value as text', 'undefined', 'it is the text "undefined" or "null"'],
  ['an id', 'cs_dev_abcdefgh12345678', 'pass "url" of the same answer of the API'],
  ['a publishable key', 'pt_live_1', 'Create a session on your server and pass its "url"'],
  ['a secret key', 'sk_live_1', 'Revoke it now in the dashboard, then pass the "url"'],
  ['a secure token', 'cst_1', 'Pass it as "secureToken", beside "host"'],
  ['an error page', '<h1>502</h1>', 'the text of an error page is no address'],
  ['a promise', Promise.resolve('x'), 'it is a promise. Await it, or pass the function'],
  ['the whole session', { url: 'x' }, 'it is not text but object. Pass "url" itself'],
  ['nothing at all', undefined, 'it is not text but undefined'],
])('%s in place of the url is named, with what to do', (_, value, sentence) => {
  const told = explainAddress(value);
  expect(told).toMatch(/^Failed to use "url": it is .+\. \w.+\.$/);
  expect(told).toContain(sentence);
});

test.each<[string, unknown, string]>([
  ['an address', `${host}/checkout/cst_1`, 'it is an address'],
  ['a promise', Promise.resolve('x'), 'it is a promise. Await it'],
  ['null', null, 'it is not text but null. Pass "secure_token" itself'],
  ['a whole page', 'x y', 'it has characters that no token has'],
])('%s in place of the token is named, with what to do', (_, value, sentence) => {
  expect(explainAccess(value, host)).toContain(`Failed to read the secure token: ${sentence}`);
});

test('no sentence repeats what may be a secret', () => {
  for (const value of ['sk_live_secret1', 'pt_live_secret1', 'cst_secret1', '<p>secret1</p>']) {
    expect(explainAddress(value) + explainAccess(value, host)).not.toContain('secret1');
  }
});

test('a token is no longer than 256 letters', () => {
  const longest = `cst_${'a'.repeat(252)}`;
  expect(accessOf(longest, host)).toEqual({ host, token: longest });
  expect(() => accessOf(`${longest}a`, host)).toThrow('far too many');
});
