import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { compareMoney } from './compareMoney.ts';
import { createRestartingShop, type RestartingShop } from './createRestartingShop.ts';
import { pay, refund, takeStep, walkSteps } from './walkSteps.ts';

/** At the desk the first of those that continuous integration takes. */
const numRuns = process.env['PAYMENTKIT_TESTS'] === 'all' ? 12 : 4;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-walk-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Whoever has no answer asks again with the same key, until there is one. */
async function askAgain(shop: RestartingShop): Promise<void> {
  await shop.calm();
  await shop.restart();
  for (const visit of shop.visits) {
    for (const [key, { answer }] of visit.payments) if (!answer) await pay(shop, visit, key);
    for (const [key, { answer }] of visit.refunds) if (!answer) await refund(shop, visit, key);
  }
  // Nobody waits for a bank any more.
  await shop.control('/clock', { advance: '11m' });
}

test('whatever is lost, pressed twice or stopped in the middle, a checkout is charged once, ends once and adds up', async () => {
  let file = 0;
  await fc.assert(
    fc.asyncProperty(walkSteps, async (lanes) => {
      const shop = await createRestartingShop(path.join(folder, `${String((file += 1))}.db`));
      try {
        await Promise.all(
          lanes.map(async (lane) => {
            for (const one of lane) await takeStep(shop, one);
          }),
        );
        await askAgain(shop);
        await compareMoney(shop);
      } finally {
        await shop.close();
      }
    }),
    // What runs side by side goes another way each time: a smaller example would show nothing.
    { numRuns, seed: 5, endOnFailure: true },
  );
});
