import fc from 'fast-check';
import { test } from 'vitest';
import { checkoutCommands } from './checkoutCommands.ts';
import { compareTold } from './compareCheckout.ts';
import { createAsk } from './createBillingShop.ts';
import { createCheckoutModel, createCheckoutShop } from './createCheckoutShop.ts';

test('whatever is done to checkouts, each is paid once, and told of as the model says', async () => {
  const ask = createAsk();
  await fc.assert(
    fc.asyncProperty(checkoutCommands(60), async (commands) => {
      const real = await createCheckoutShop(ask);
      const model = createCheckoutModel();
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await compareTold(model, real);
    }),
    { numRuns: 12, seed: 7 },
  );
});
