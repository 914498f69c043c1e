import fc from 'fast-check';
import { expect, test } from 'vitest';
import { billingCommands } from './billingCommands.ts';
import { compareBilling, compareCounts } from './compareBilling.ts';
import { createBillingModel } from './createBillingModel.ts';
import { createAsk, createBillingShop } from './createBillingShop.ts';
import { later, type Rhythm } from './later.ts';

const start = Date.UTC(2040, 0, 31, 12);

/** At the desk the first of those that continuous integration takes. */
const runs = process.env['PAYMENTKIT_TESTS'] === 'all' ? 60 : 20;

/** Each way to try a card again, and the last cycle and the first one that it is for. */
const rhythm = fc.constantFrom<Rhythm>(
  { unit: 'day', count: 1 },
  { unit: 'day', count: 2 },
  { unit: 'day', count: 6 },
  { unit: 'week', count: 1 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
);

test('whatever is done to a subscription, it is billed as the model says', async () => {
  const ask = createAsk();
  await fc.assert(
    fc.asyncProperty(
      rhythm,
      fc.integer({ min: 600, max: 3000 }),
      billingCommands(60),
      async (every, amount, commands) => {
        const real = await createBillingShop(ask, every, amount);
        const model = createBillingModel(start, every, amount);
        await compareBilling(model, real);
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await compareCounts(model, real);
      },
    ),
    { numRuns: runs, seed: 11 },
  );
});

test('the model counts its months by the calendar', () => {
  const month = { unit: 'month', count: 1 } as const;
  const days = [1, 2, 3, 13].map((times) => new Date(later(start, month, times)).toISOString());
  expect(days.map((text) => text.slice(0, 10))).toEqual([
    '2040-02-29',
    '2040-03-31',
    '2040-04-30',
    '2041-02-28',
  ]);
});
