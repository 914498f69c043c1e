import fc from 'fast-check';
import { test } from 'vitest';
import { compareLedger } from './compareLedger.ts';
import { createLedgerServer, createLedgerShop } from './createLedgerShop.ts';
import { ledgerSteps, takeStep } from './ledgerSteps.ts';

/** At the desk the first of those that continuous integration takes. */
const numRuns = process.env['PAYMENTKIT_TESTS'] === 'all' ? 30 : 4;

test('whatever happens in an account is told once and in order, and its money adds up', async () => {
  const server = createLedgerServer();
  await fc.assert(
    fc.asyncProperty(ledgerSteps, async (steps) => {
      const shop = await createLedgerShop(server);
      for (const one of steps) await takeStep(shop, one);
      await shop.comeToRest();
      await compareLedger(shop);
    }),
    { numRuns, seed: 3 },
  );
});
