import type { CheckoutOptions } from 'paymentkit-js';
import { runsEverything } from '../harness/runsEverything.ts';
import { expect, test } from '../harness/test.ts';
import type { Mode } from '../pages/modes.ts';
import { orderFor } from './orderFor.ts';
import { scenarios } from './scenarios.ts';
import { storyOf, takeStep } from './takeStep.ts';

/** Where each way shows its frame. */
const frames: Readonly<Record<Mode, string>> = {
  element: 'paymentkit-checkout iframe',
  overlay: 'paymentkit-overlay iframe',
  prepared: '#checkout iframe',
  react: '#checkout iframe',
  start: '#checkout iframe',
};

/** What `startCheckout` does with a page that does not load is another story, and the second one holds the first. */
const canTell = (mode: Mode, name: string): boolean =>
  name !== 'a payment' && !(mode === 'start' && name === 'a page that does not load');

/** All of them; at the desk each way tells a few, and the next way others. */
const isTold = (mode: Mode, name: string): boolean => {
  const place = scenarios.findIndex((scenario) => scenario.name === name);
  const way = Object.keys(frames).indexOf(mode);
  return canTell(mode, name) && (runsEverything || (place + way) % 5 === 0);
};

/** The dialog closes when the shopper cancels and no address follows. */
const endings: Partial<Readonly<Record<Mode, Readonly<Record<string, readonly string[]>>>>> = {
  overlay: { 'a cancellation': ['close canceled'] },
};

// One page for all the stories of a way: what one leaves behind would show in the next.
for (const mode of Object.keys(frames) as Mode[]) {
  test(`every story is the same by ${mode}, one after the other in one page`, async ({
    account,
    page,
    servers,
    shop,
  }) => {
    test.slow();
    await page.goto(servers.site.url('shop', '/modes'));
    await page.waitForFunction(() => 'begin' in window);
    for (const scenario of scenarios) {
      const { name, before = [], steps, events, phase, result } = scenario;
      if (!isTold(mode, name)) continue;
      const session = await account.createSession(orderFor(scenario));
      const frame = page.locator(frames[mode]).contentFrame();
      const fails = steps.includes('fail to load');
      const options = {
        secureToken: session.secure_token,
        host: fails ? servers.faults.origin('hang') : servers.pay,
        redirect: 'never',
        ...(fails && { timeoutMs: 300 }),
      } satisfies CheckoutOptions;
      const begin = () =>
        page.evaluate(
          ([way, what, as]) => {
            window.begin(way, what, as);
          },
          [mode, options, name] as const,
        );
      const stage = { page, shop, account, session, frame, name, begin };
      for (const step of before) await takeStep(step, stage);
      await begin();
      for (const step of steps) await takeStep(step, stage);
      const ends = endings[mode]?.[name] ?? [];
      const story = { events: [...events, ...ends], phase, result };
      await expect.poll(() => storyOf(stage), name).toEqual(story);
      expect(await page.locator('iframe').count(), name).toBeLessThanOrEqual(1);
    }
  });
}
