import { test } from '../harness/test.ts';
import { orderFor } from './orderFor.ts';
import { scenarios } from './scenarios.ts';
import { expectStory, takeStep } from './takeStep.ts';

for (const scenario of scenarios) {
  const { name, before = [], steps, events, phase, result } = scenario;
  test(`as on the test kit's page: ${name}`, async ({ account, page, servers, shop }) => {
    const session = await account.createSession(orderFor(scenario));
    const fails = steps.includes('fail to load');
    const options = fails ? { host: servers.faults.origin('hang'), timeoutMs: 300 } : {};
    const begin = async (): Promise<void> => {
      await page.evaluate(() => window.shop.checkouts['main']?.destroy());
      await shop.mount(session, options);
    };
    const stage = { page, shop, account, session, frame: shop.frame(), name: 'main', begin };
    await shop.open();
    for (const step of before) await takeStep(step, stage);
    await begin();
    for (const step of steps) await takeStep(step, stage);
    await expectStory(stage, { events, phase, result });
  });
}
