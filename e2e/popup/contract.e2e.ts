import { orderFor } from '../contract/orderFor.ts';
import type { Step } from '../contract/Scenario.ts';
import { scenarios } from '../contract/scenarios.ts';
import { expectStory, takeStep } from '../contract/takeStep.ts';
import { repeats } from '../harness/repeats.ts';
import { expect, test } from '../harness/test.ts';

/**
 * A browser that is told to have no network tells each of its windows at another time: the stories without one take it
 * away in another manner, and are tests of their own. A checkout that is begun again is another window's.
 */
const frameOnly: readonly Step[] = ['go offline', 'begin again'];

/** A window is taken away at the end, except where the page in it says what has ended. */
const closing: Readonly<Record<string, string[]>> = {
  completed: ['close completed'],
  'canceled page': ['close canceled'],
};

/** At the desk too: those that go on after a decline or a reload, and those whose end the window has a part in. */
const shown = [
  'a decline, then a payment',
  'a reload of the frame in a challenge',
  'a cancellation',
  'a page that does not load',
];

for (const scenario of scenarios) {
  const { name, before = [], steps, events, phase, result } = scenario;
  if ([...before, ...steps].some((step) => frameOnly.includes(step))) continue;
  const details = shown.includes(name)
    ? {}
    : repeats('e2e/contract/contract.e2e.ts', `as on the test kit's page: ${name}`);
  test(`in a window as in a frame: ${name}`, details, async ({ account, page, servers, shop }) => {
    const session = await account.createSession(orderFor(scenario));
    const fails = steps.includes('fail to load');
    const host = servers.faults.origin('hang', 'everything');
    const popup = await shop.openPopup(session, fails ? { host, timeoutMs: 300 } : {});
    const begin = () => Promise.reject(new Error('A window is opened once.'));
    const stage = { page, frame: popup, shop, account, session, name: 'main', begin };
    for (const step of steps) await takeStep(step, stage);

    const told = [...events, ...(closing[result] ?? [])];
    await expectStory(stage, { events: told, phase, result });
    await expect.poll(() => popup.isClosed()).toBe(!['ready', 'expired'].includes(phase));
  });
}
