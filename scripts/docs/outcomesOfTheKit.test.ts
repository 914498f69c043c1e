// @vitest-environment happy-dom
import { runInThisContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import {
  createTestCheckout,
  mountCheckout,
  openCheckout,
  popupCheckout,
  type TestCheckout,
} from '../../src/testing/index.ts';
import { readPage, tableOf } from './readPage.ts';

const { rows } = tableOf(readPage('docs/guides/rehearsing-payments.md'), 'The payment or the page');

const options = { secureToken: 'cst_example', completion: { endpoint: '/complete' } };
const inline = (): unknown => mountCheckout(document.body, options);
const paid = 'complete';

/** The shopper clicks once the test has said what the browser does. */
const clickLater = (): unknown => Promise.resolve().then(() => popupCheckout(options));

/** The way to check out where it matters, and what the page hears last. */
const outcomes: Readonly<Record<string, readonly [last: string, start?: () => unknown]>> = {
  'is paid': [paid],
  'is declined, with any code': ['decline declined stolen_card'],
  'passes 3-D Secure': [paid],
  'fails 3-D Secure': ['decline authentication_failed'],
  'is given up at the bank': ['decline authentication_abandoned'],
  'is left at the bank': ['decline authentication_failed authentication_timeout'],
  'takes a minute': [paid],
  expires: ['expire'],
  'expires at the bank': ['expire'],
  'is paid in another tab': [paid],
  'is being paid in another tab': [paid],
  'gets a promotion code': ['change'],
  'costs more by the time of Pay': [paid],
  'is declined, and offered dearer': [paid],
  'is charged, and the answer lost': [paid],
  'is canceled by the shopper': ['cancel page'],
  'is confirmed by no server of yours': [paid],
  'does not load': ['ready'],
  'is forbidden by your policy': ['error frame_blocked'],
  'has a token that nobody knows': ['error token_rejected'],
  'is shown by a wrong origin': ['error origin_not_allowed'],
  'asks an API that is down': ['error api_error'],
  'is slow': ['ready'],
  'is offline': ['error offline'],
  'may open no window': ['error popup_blocked', clickLater],
  'is closed, a window or a dialog': ['close dismissed', () => openCheckout(options)],
};

afterEach(() => document.body.replaceChildren());

const lastOf = ({ events }: TestCheckout): string => {
  const [event] = events.slice(-1);
  if (!event) return '';
  if (event.type === 'error') return `error ${event.error.code}`;
  const { reason = '', declineCode = '' } = event as { reason?: string; declineCode?: string };
  return `${event.type} ${reason} ${declineCode}`.trim();
};

test('each outcome of the table is one that is known here', () => {
  expect(rows.map(([outcome]) => outcome)).toEqual(Object.keys(outcomes));
});

test.each(rows)('%s', async (outcome = '', cell = '') => {
  const checkout = createTestCheckout();
  const [last, start = inline] = outcomes[outcome] ?? [];
  start();
  for (const [, step = ''] of cell.matchAll(/`([^`]+)`/g)) {
    const run = runInThisContext(`(checkout) => checkout.${step}`) as (
      checkout: TestCheckout,
    ) => unknown;
    await run(checkout);
  }
  await expect.poll(() => lastOf(checkout), { timeout: 20_000 }).toBe(last);
});
