import type { CheckoutOptions } from 'paymentkit-js';
import { beginMode } from '../harness/beginMode.ts';
import { leaveOut } from '../harness/leaveOut.ts';
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

/** All of them; at the desk each way tells two, and the next way others: a dialog how it is left. */
const isTold = (way: number, place: number): boolean =>
  runsEverything || (place + 3 * way) % 10 === 4;

/** The dialog closes when the shopper cancels and no address follows. */
const endings: Partial<Readonly<Record<Mode, Readonly<Record<string, readonly string[]>>>>> = {
  overlay: { 'a cancellation': ['close canceled'] },
};

// One page for all the stories of a way: what one leaves behind would show in the next.
for (const [way, mode] of (Object.keys(modeFrames) as Mode[]).entries()) {
  test(`every story is the same by ${mode}, one after the other in one page`, async ({
    account,
    page,
    servers,
    shop,
  }) => {
    test.slow();
    const all = scenarios.filter(({ name }) => canTell(mode, name));
    const told = all.filter((scenario) => isTold(way, scenarios.indexOf(scenario)));
    leaveOut(`${String(all.length - told.length)} of ${String(all.length)} stories by ${mode}`);
    for (const scenario of told) {
      const { name, before = [], steps, events, phase, result } = scenario;
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
