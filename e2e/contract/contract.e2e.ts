import { expect, test } from '../harness/test.ts';
import { scenarios } from './scenarios.ts';
import { storyOf, takeStep } from './takeStep.ts';

for (const { name, before = [], steps, events, phase, result } of scenarios) {
  test(`as on the test kit's page: ${name}`, async ({ account, page, servers, shop }) => {
    const session = await account.createSession();
    const stage = { page, shop, account, session, frame: shop.frame(), name: 'main' };
    const fails = steps.includes('fail to load');
    await shop.open();
    for (const step of before) await takeStep(step, stage);
    await shop.mount(session, fails ? { host: servers.faults.origin('hang'), timeoutMs: 300 } : {});
    for (const step of steps) await takeStep(step, stage);
    await expect.poll(() => storyOf(stage)).toEqual({ events, phase, result });
  });
}
