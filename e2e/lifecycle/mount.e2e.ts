import type { Page } from '@playwright/test';
import { comeBack } from '../harness/browser/comeBack.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { reloadFrame } from '../harness/reloadFrame.ts';
import { expect, test } from '../harness/test.ts';

/** Two frames: what a layout did is reported after the next paint. */
const painted = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );

test('a double mount as React StrictMode does it leaves one checkout, which pays (fault 22)', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  const frames: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/embed/')) frames.push(request.url());
  });
  await page.evaluate((options) => {
    window.shop.mount({ ...options, redirect: 'never' }, 'first');
    window.shop.checkouts['first']?.destroy();
    window.shop.mount({ ...options, redirect: 'never' }, 'second');
  }, optionsFor(session));
  await payWith(shop.frame());
  await shop.event('complete', 'second');
  expect(await shop.events(undefined, 'first')).toEqual([]);
  expect(await shop.outcome('first')).toEqual({ rejected: 'destroyed' });
  expect(frames).toHaveLength(1);
});

test('a frame moved in the document shakes hands again and keeps its phase (fault 21)', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  const again = page.waitForResponse(/\/embed\//);
  await page.evaluate(() => {
    const holder = document.querySelector('#checkout');
    if (holder !== null) document.querySelector('#second')?.append(holder);
  });
  await again;
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await shop.events('error')).toEqual([]);
});

test('a frame moved between its hello and its load is there as soon as any other', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.evaluate(() => {
    const holder = document.querySelector('#checkout');
    const move = (): void => {
      if (holder !== null) document.querySelector('#second')?.append(holder);
    };
    // Its listener comes after the checkout's, which has answered the hello when the page that said it goes.
    const inserted = new MutationObserver(() => {
      if (document.querySelector('iframe') === null) return;
      inserted.disconnect();
      window.addEventListener('message', move, { once: true });
    });
    inserted.observe(document, { childList: true, subtree: true });
  });
  await shop.mount(session);
  await shop.event('ready');
  expect(await page.locator('#second iframe').count()).toBe(1);
  expect(await shop.events('warning')).toEqual([]);
  expect(await shop.events('error')).toEqual([]);
});

test('a reloaded frame keeps the phase and pays (fault 32)', async ({ page, session, shop }) => {
  await shop.show(session);
  const length = await page.evaluate(() => history.length);
  await reloadFrame(page, shop.frame());
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await shop.events('error')).toEqual([]);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test('the merchant removes the target: the checkout says frame_lost and nothing is left (fault 20)', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  await page.evaluate(() => {
    document.querySelector('#checkout')?.remove();
  });
  expect(await shop.event('error')).toMatchObject({ code: 'frame_lost' });
  expect(await page.evaluate(() => window.length)).toBe(0);
  // The frame's goodbye is quicker than the news, from its own process, that it has gone.
  await expect.poll(() => page.frames()).toHaveLength(1);
});

test(
  'a page with a checkout stays in the back-forward cache, and the checkout lives on after it (fault 28)',
  inWholeBrowser,
  async ({ page, servers, session, shop }) => {
    const button = shop.frame().getByRole('button', { name: 'Cancel and return to Alder Press' });
    let middle: readonly [number, number] = [0, 0];
    await comeBack(page, async () => {
      await shop.open();
      await shop.show(session);
      // It is on the screen, and stands still.
      await button.click({ trial: true });
      const box = await button.boundingBox();
      if (box === null) throw new Error('Cancel is not on the screen.');
      middle = [box.x + box.width / 2, box.y + box.height / 2];
      await page.goto(servers.site.url('other', '/blank'));
    });
    expect(await shop.phase()).toBe('ready');
    // The driver no longer sees into a restored frame; a shopper's mouse does.
    const click = async (): Promise<number> => {
      await page.mouse.click(...middle);
      return (await shop.events('cancel')).length;
    };
    // A frame that has not come back yet hears no click, and one that has may hear two before it is heard.
    await expect.poll(click).toBeGreaterThan(0);
    expect(await shop.events('error')).toEqual([]);
  },
);

test('a checkout below the fold is ready before it is scrolled to', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.locator('#above').evaluate((above) => {
    above.style.paddingBottom = '3000px';
  });
  await shop.show(session);
  await expect.poll(async () => (await shop.events('resize')).length).toBeGreaterThan(0);
  expect(await shop.events('error')).toEqual([]);
  await payWith(shop.frame());
  await shop.event('complete');
});

test('a page that reserves the height it was told sees nothing jump on mount', async ({
  page,
  session,
  shop,
}) => {
  await shop.mount(session);
  await shop.event('resize');
  const initialHeight = Number((await shop.events('resize')).at(-1)?.['height']);
  await shop.open();
  await page.locator('#checkout').evaluate((target, height) => {
    target.style.minHeight = `${height}px`;
  }, initialHeight);
  await painted(page);
  await page.evaluate(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value = Number(Reflect.get(window, 'shifts')) + Number(Reflect.get(entry, 'value'));
        Object.assign(window, { shifts: value });
      }
    }).observe({ type: 'layout-shift' });
  });
  await shop.show(session, { initialHeight });
  await expect(payButton(shop.frame())).toBeVisible();
  await painted(page);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts') as unknown)).toBe(0);
});
