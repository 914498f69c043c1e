import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import type { Processor } from '../../store/records/AccountRecords.ts';
import { processorsFor } from './processorsFor.ts';

const stripe = 'proc_dev_stripe';
const airwallex = 'proc_dev_airwallex';

/** Whom a fresh account asks, after changes to its processors. */
function ask(
  route: string | null,
  currency: string | null,
  changes: Readonly<Record<string, Partial<Processor>>> = {},
): string[] {
  const { account } = createTestAccount();
  const { processors } = account.records;
  account.decide(() => {
    for (const [id, change] of Object.entries(changes)) {
      const before = processors.get(id);
      if (before) processors.put({ ...before, ...change });
    }
  });
  return processorsFor(account, route, currency).map(({ id }) => id);
}

test.each([
  ['no route', null, [stripe, airwallex]],
  ['the main route', 'proute_dev_x7k9m2n4', [stripe, airwallex]],
  ['the fallback', 'proute_dev_fallback', [airwallex, stripe]],
  ['a route that is gone', 'proute_none', [stripe, airwallex]],
])('with %s they are asked in order', (_name, route, expected) => {
  expect(ask(route, 'usd')).toEqual(expected);
});

test.each([
  ['is unavailable', { available: false }, 'usd', [airwallex]],
  ['does not take the currency', { currencies: ['eur'] }, 'usd', [airwallex]],
  ['takes the currency among others', { currencies: ['eur', 'usd'] }, 'usd', [airwallex, stripe]],
  [
    'takes another currency alone, where there is none',
    { currencies: ['eur'] },
    null,
    [airwallex, stripe],
  ],
])('one that %s', (_name, change, currency, expected) => {
  expect(ask('proute_dev_fallback', currency, { [stripe]: change })).toEqual(expected);
});
