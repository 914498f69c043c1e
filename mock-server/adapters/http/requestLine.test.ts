import { expect, test } from 'vitest';
import { redactPath } from '../../domain/requests/redactPath.ts';
import { isOwnReading } from './isOwnReading.ts';
import { requestLine } from './requestLine.ts';

test.each([
  ['/checkout/cst_AbC-1_2', '/checkout/…'],
  ['/checkout/anything', '/checkout/…'],
  ['/embed/AbC', '/embed/…'],
  ['/checkout/challenge/AbC', '/checkout/challenge/…'],
  ['/api/acc_1/checkout-sessions/cst_AbC', '/api/acc_1/checkout-sessions/cst_…'],
  ['/api/acc_1/checkout-sessions/cs_dev_1', '/api/acc_1/checkout-sessions/cs_dev_1'],
  ['/api/checkout/session/payments', '/api/checkout/session/payments'],
  ['/_mock', '/_mock'],
])('the path %s is shown as %s', (path, shown) => {
  expect(redactPath(path)).toBe(shown);
});

test('a line has status, method, path and time; colour only where it helps', () => {
  const answered = { method: 'GET', pathname: '/_mock', status: 200, milliseconds: 1.234 };
  expect(requestLine(answered, false)).toBe('200 GET    /_mock 1.2 ms');
  expect(requestLine({ ...answered, pathname: '/checkout/cst_AbC' }, false)).toBe(
    '200 GET    /checkout/… 1.2 ms',
  );
  expect(requestLine({ ...answered, status: 402 }, true)).toContain('\u001b[35m402\u001b[0m');
  expect(requestLine({ ...answered, status: 0, milliseconds: 12.6 }, false)).toBe(
    'dropped GET    /_mock 13 ms',
  );
});

test.each([
  ['GET', '/_mock/accounts/acc_1/api/events', 200, true],
  ['GET', '/_mock/accounts', 200, true],
  ['GET', '/assets/checkout-abc.js', 304, true],
  ['GET', '/_mock/accounts/acc_1/api/events', 404, false],
  ['POST', '/_mock/accounts/acc_1/clock', 200, false],
  ['GET', '/_mock', 200, false],
  ['GET', '/dashboard/acc_1', 200, false],
  ['GET', '/api/acc_1/events', 200, false],
])('%s %s with %i goes without a line: %s', (method, pathname, status, without) => {
  expect(isOwnReading({ method, pathname, status })).toBe(without);
});

test('a refused request has its reason below it', () => {
  const refused = {
    method: 'POST',
    pathname: '/api/checkout/session/payments',
    status: 402,
    milliseconds: 3,
    problem: 'card_declined: The card was declined. Nothing was charged.',
  };
  expect(requestLine(refused, false)).toBe(
    '402 POST   /api/checkout/session/payments 3.0 ms\n    card_declined: The card was declined. Nothing was charged.',
  );
  expect(requestLine(refused, true)).toMatch(/\n {4}card_declined: .* Nothing was charged\.$/);
});

test('the name of a field that a stranger made up cannot write to the terminal', () => {
  const problem =
    'validation_failed: \u001b[2J\u009b31m\r\n200 GET /\u202e: This field is not known.';
  const line = requestLine(
    { method: 'POST', pathname: '/api', status: 422, milliseconds: 1, problem },
    false,
  );
  expect(line.split('\n')).toEqual([
    '422 POST   /api 1.0 ms',
    String.raw`    validation_failed: \u{1b}[2J\u{9b}31m\u{d}\u{a}200 GET /\u{202e}: This field is not known.`,
  ]);
});
