import type { CDPSession, Page } from '@playwright/test';
import { optionsFor } from '../harness/optionsFor.ts';
import { expect, test } from '../harness/test.ts';

interface Left {
  readonly nodes: number;
  readonly listeners: number;
  /** In bytes. */
  readonly heap: number;
}

/** What the page holds after a garbage collection. */
async function left(page: Page, devtools: CDPSession): Promise<Left> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    heap: read('JSHeapUsedSize'),
  };
}

test('1000 checkouts mounted and destroyed in the same task leave nothing behind (4: 28; fault 51)', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const cycles = (count: number) =>
    page.evaluate(
      ([options, times]) => {
        for (let time = 0; time < times; time += 1) {
          window.shop.PaymentKit.mountCheckout('#checkout', options).destroy();
        }
      },
      [optionsFor(session), count] as const,
    );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await cycles(10);
  const before = await left(page, devtools);
  await cycles(1_000);
  // The counters settle when the removed nodes are collected, which one collection may not finish.
  const surplus = async (): Promise<number> => {
    const { heap, nodes, listeners } = await left(page, devtools);
    const inHeap = heap - before.heap - 1_000_000;
    return Math.max(nodes - before.nodes - 5, listeners - before.listeners, inHeap);
  };
  await expect.poll(surplus).toBeLessThanOrEqual(0);
  expect(page.frames()).toHaveLength(1);
  expect(await page.locator('#checkout > *').count()).toBe(0);
  expect(requests).toEqual([]);
});

test('20 checkouts destroyed when they are ready leave nothing behind', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const cycle = () =>
    page.evaluate(async (options) => {
      const checkout = window.shop.PaymentKit.mountCheckout('#checkout', options);
      await checkout.ready;
      checkout.destroy();
      checkout.destroy();
    }, optionsFor(session));
  for (let time = 0; time < 3; time += 1) await cycle();
  const before = await left(page, devtools);
  for (let time = 0; time < 20; time += 1) await cycle();
  const surplus = async (): Promise<number> => {
    const { nodes, listeners } = await left(page, devtools);
    return Math.max(nodes - before.nodes - 5, listeners - before.listeners);
  };
  await expect.poll(surplus).toBeLessThanOrEqual(0);
  await expect.poll(() => page.frames()).toHaveLength(1);
});
