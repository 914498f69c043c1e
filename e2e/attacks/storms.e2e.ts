import type { Frame, Page } from '@playwright/test';
import { asked } from '../harness/browser/asked.ts';
import { serveHostileCheckout } from '../harness/attackers/serveHostileCheckout.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** How often the page has asked the session API. */
function countReads(page: Page): () => number {
  let reads = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/checkout/session') && request.method() === 'GET') reads += 1;
  });
  return () => reads;
}

/** The hostile checkout, once it holds the port and is ready. */
async function frameOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('No frame');
  await frame.waitForFunction(() => 'port' in window, undefined, asked);
  return frame;
}

test('ten thousand messages on the port are ten reads at most, and one end (fault 46; threats 13 and 18)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await serveHostileCheckout(page);
  await shop.open();
  const reads = countReads(page);
  await shop.mount(session);
  const frame = await frameOf(page);
  await frame.evaluate(() => {
    const { send } = window as unknown as { send(message: object): void };
    send({ t: 'h:ready', title: 'Checkout' });
    for (let time = 0; time < 2000; time += 1) {
      for (const t of ['h:submit', 'h:completed', 'h:expired', 'h:canceled']) send({ t });
      send({ t: 'h:resize', height: 100 + time });
    }
    send({ t: 'h:resize', height: 444 });
  });
  await shop.event('submit');
  await account.settle(session.id, 'complete');
  expect(await shop.event('complete')).toMatchObject({ session: session.id });
  const types = (await shop.events()).map(({ type }) => type);
  for (const type of ['complete', 'expire', 'cancel'])
    expect(types.filter((one) => one === type)).toHaveLength(type === 'complete' ? 1 : 0);
  expect(reads()).toBeLessThanOrEqual(10);
});

test('what is as large as memory, cyclic or no text at all is dropped, and what follows is heard (threats 16, 18)', async ({
  page,
  session,
  shop,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await serveHostileCheckout(page);
  await shop.mount(session);
  const frame = await frameOf(page);
  await frame.evaluate(() => {
    const { send } = window as unknown as { send(message: object): void };
    const huge = 'x'.repeat(10_000_000);
    const deep: unknown[] = [];
    let at = deep;
    for (let level = 0; level < 2000; level += 1) at.push((at = []));
    const cyclic: Record<string, unknown> = {};
    cyclic['title'] = cyclic;
    const strange: unknown[] = [
      huge,
      deep,
      cyclic,
      new Uint8Array(10_000_000),
      new Map([['a', 1]]),
      1n,
    ];
    strange.push(new Error(huge), new Blob([huge]), /x/, new Date(), new String('title'), -0);
    for (const one of strange) {
      send({ t: 'h:ready', title: one });
      send({ t: 'h:resize', height: one });
      send({ t: 'h:declined', reason: one, decline_code: one });
      send({ t: 'h:error', code: one });
      send({ t: one });
      send({ one, t: 'h:unknown' });
    }
    send({ t: 'h:ready', title: 'Heard' });
  });
  await shop.event('ready');
  await expect(shop.element()).toHaveAttribute('title', 'Heard');
  const types = (await shop.events()).map(({ type }) => type);
  for (const type of ['error', 'decline', 'resize']) expect(types).not.toContain(type);
  expect(errors).toEqual([]);
});

test('whoever forges the word of another tab makes the session be read, once a second, and nothing else', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  const reads = countReads(page);
  const began = Date.now();
  await page.evaluate(async (id) => {
    const channel = new BroadcastChannel(`paymentkit:${id}`);
    for (let time = 0; time < 100; time += 1) {
      for (const said of ['over', 'completed', { state: 'completed', id }, null, [id]])
        for (let more = 0; more < 10; more += 1) channel.postMessage(said);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }, session.id);
  expect(await shop.phase()).toBe('ready');
  expect(reads()).toBeGreaterThan(0);
  expect(reads()).toBeLessThanOrEqual(2 + (Date.now() - began) / 1000);
  expect((await shop.events()).map(({ type }) => type)).not.toContain('complete');
  await payWith(shop.frame());
  await shop.event('complete');
});
