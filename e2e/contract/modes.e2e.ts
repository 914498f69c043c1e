import type { CheckoutOptions } from 'paymentkit-js';
import { beginMode } from '../harness/beginMode.ts';
import { modeFrames } from '../harness/modeFrames.ts';
import { runsEverything } from '../harness/runsEverything.ts';
import { expect, test } from '../harness/test.ts';
import type { Mode } from '../pages/modes.ts';
import { orderFor } from './orderFor.ts';
import { scenarios } from './scenarios.ts';
import { expectStory, takeStep } from './takeStep.ts';

/** What `startCheckout` does with a page that does not load is another story, and the second one holds the first. */
const canTell = (mode: Mode, name: string): boolean =>
  name !== 'a payment' && !(mode === 'start' && name === 'a page that does not load');

/** All of them; at the desk each way tells a few, and the next way others. */
const isTold = (mode: Mode, name: string): boolean => {
  const place = scenarios.findIndex((scenario) => scenario.name === name);
  const way = Object.keys(modeFrames).indexOf(mode);
  return canTell(mode, name) && (runsEverything || (place + way) % 5 === 0);
};

/** The dialog closes when the shopper cancels and no address follows. */
const endings: Partial<Readonly<Record<Mode, Readonly<Record<string, readonly string[]>>>>> = {
  overlay: { 'a cancellation': ['close canceled'] },
};

// One page for all the stories of a way: what one leaves behind would show in the next.
for (const mode of Object.keys(modeFrames) as Mode[]) {
  test(`every story is the same by ${mode}, one after the other in one page`, async ({
    account,
    page,
    servers,
    shop,
  }) => {
    test.slow();
    for (const scenario of scenarios) {
      const { name, before = [], steps, events, phase, result } = scenario;
      if (!isTold(mode, name)) continue;
      const session = await account.createSession(orderFor(scenario));
      const frame = page.locator(modeFrames[mode]).contentFrame();
      const fails = steps.includes('fail to load');
      const options = {
        secureToken: session.secure_token,
        host: fails ? servers.faults.origin('hang') : servers.pay,
        redirect: 'never',
        ...(fails && { timeoutMs: 300 }),
      } satisfies CheckoutOptions;
      const begin = () => beginMode(page, servers.site, mode, options, name);
      const stage = { page, shop, account, session, frame, name, begin };
      for (const step of before) await takeStep(step, stage);
      await begin();
      for (const step of steps) await takeStep(step, stage);
      const ends = endings[mode]?.[name] ?? [];
      await expectStory(stage, { events: [...events, ...ends], phase, result });
      expect(await page.locator('iframe').count(), name).toBeLessThanOrEqual(1);
    }
  });
}
