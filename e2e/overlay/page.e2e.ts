import type { Locator, Page } from '@playwright/test';
import { comeBack } from '../harness/browser/comeBack.ts';
import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { overlayDialog, overlayFrame } from '../harness/overlay.ts';
import { awaitAllOfIt, payWith } from '../harness/payWith.ts';
import { resizeTo } from '../harness/appearance/resizeTo.ts';
import { expect, test } from '../harness/test.ts';

const emailOf = (page: Page): Locator => overlayFrame(page).getByLabel('Email', { exact: true });

/** Turns the wheel over the page, and gives how far that has scrolled it, two frames after a turn was heard. */
async function turnWheel(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    if (document.childElementCount === 0) document.append(document.createElement('html'));
    document.documentElement.style.minHeight = '3000px';
    scrollTo(0, 0);
    document.documentElement.dataset['turned'] = 'no';
    const turned = (): string => (document.documentElement.dataset['turned'] = 'yes');
    addEventListener('wheel', turned, { once: true, capture: true, passive: true });
  });
  await page.mouse.move(5, 5);
  // What lies below the mouse the browser knows from its last picture: a page that has just changed may not hear it.
  await expect(async () => {
    await page.mouse.wheel(0, 300);
    await expect(page.locator('html')).toHaveAttribute('data-turned', 'yes', { timeout: 1_000 });
  }).toPass();
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  return () => page.evaluate(() => scrollY);
}

const expectScrolls = async (page: Page): Promise<void> =>
  expect.poll(await turnWheel(page)).toBeGreaterThan(0);

const expectStays = async (page: Page): Promise<void> =>
  expect(await (await turnWheel(page))()).toBe(0);

test('a page that throws its nodes away is told, scrolls again, and can open it again (4: 29, 38; fault 57)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.openOverlay(session);
  await shop.event('ready');
  await expectStays(page);
  await page.evaluate(() => {
    document.body.replaceChildren('Another route');
  });
  expect(await shop.event('error')).toMatchObject({ code: 'frame_lost', recoverable: true });
  await expectScrolls(page);

  await shop.openOverlay(session, { name: 'again' });
  await shop.event('ready', 'again');
  await payWith(overlayFrame(page));
  await shop.event('complete', 'again');

  // A page that is written anew has neither the nodes nor the listeners it had.
  await shop.openOverlay(await account.createSession(), { name: 'written' });
  await shop.event('ready', 'written');
  const told = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.shop.checkouts['written']?.on('error', ({ error }) => {
          resolve(error.code);
        });
        document.open();
        document.close();
      }),
  );
  expect(told).toBe('frame_lost');
  await expectScrolls(page);
  await page.evaluate(() => {
    window.shop.checkouts['written']?.destroy();
  });
});

test('it opens above a dialog, a popover and a fullscreen element, and gives the focus back to them', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.evaluate((options) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<dialog id="cart"><button>Pay in dialog</button></dialog>
        <button popovertarget="menu">Menu</button><div popover id="menu"><button>Pay in popover</button></div>
        <div id="kiosk"><button>Pay in kiosk</button></div>`,
    );
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent.startsWith('Pay in')) {
        button.onclick = () => window.shop.open(options, button.textContent);
      }
    }
    document.querySelector<HTMLDialogElement>('#cart')?.showModal();
  }, optionsFor(session));
  const opensAndCloses = async (name: string): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await expect(emailOf(page)).toBeFocused();
    // Where the frame stands the browser knows from its last picture, which may be older than what the page says: a
    // click beside the field takes the focus away, and is done again.
    await expect(async () => {
      await emailOf(page).click();
      await expect(emailOf(page)).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.type('robin');
    await expect(emailOf(page)).toHaveValue('robin');
    await emailOf(page).fill('');
    await page.evaluate((by) => window.shop.checkouts[by]?.close(), name);
  };
  const hasFocus = (name: string): Promise<void> =>
    expect(page.getByRole('button', { name })).toBeFocused();
  await opensAndCloses('Pay in dialog');
  await hasFocus('Pay in dialog');
  await page.locator('#cart').evaluate((cart: HTMLDialogElement) => {
    cart.close();
  });
  await page.getByRole('button', { name: 'Menu' }).click();
  // Any modal dialog closes a popover, and with it the button that was pressed.
  await opensAndCloses('Pay in popover');
  await hasFocus('Menu');
  await page.locator('#kiosk').evaluate((kiosk) => kiosk.requestFullscreen());
  await opensAndCloses('Pay in kiosk');
  await hasFocus('Pay in kiosk');
  expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('kiosk');
});

test('it fits whatever the screen becomes, on a page that zooms, moves or hides its body', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.evaluate(() => {
    document.body.style.cssText =
      'transform: translateX(300px) scale(.5); filter: blur(2px); visibility: hidden; opacity: .1; contain: paint';
    document.body.inert = true;
  });
  await shop.openOverlay(session);
  await expect(emailOf(page)).toBeFocused();
  await emailOf(page).fill('robin@alder.example');
  for (const [width, height] of [
    [1280, 720],
    [740, 360],
    [360, 740],
    [320, 480],
    [1024, 1366],
  ] as const) {
    await resizeTo(page, width, height);
    // The page in the frame says its height a moment later.
    await expect(async () => {
      const box = (await overlayDialog(page).boundingBox()) ?? {
        x: -1,
        y: -1,
        width: 0,
        height: 0,
      };
      const told = `${String(width)} × ${String(height)}: ${JSON.stringify(box)}`;
      expect(Math.min(box.x, box.y), told).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, told).toBeLessThanOrEqual(width);
      expect(box.y + box.height, told).toBeLessThanOrEqual(height);
      // A phone that lies on its side has no height to spare.
      if (height < 480) expect(box.height, told).toBe(height);
      expect(Math.abs(box.x + box.width / 2 - width / 2), told).toBeLessThanOrEqual(1);
    }).toPass();
    await expect(overlayDialog(page)).toHaveCSS('visibility', 'visible');
  }
  await expect(emailOf(page)).toHaveValue('robin@alder.example');
  await payWith(overlayFrame(page));
  await shop.event('complete');
});

test('of two the upper one closes first, and the page scrolls when both are gone (1D Tebex, Dintero; 4: 5, 7)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.openOverlay(session, { name: 'lower' });
  await shop.openOverlay(await account.createSession(), { name: 'upper' });
  await shop.event('ready', 'lower');
  await shop.event('ready', 'upper');
  await expect(emailOf(page)).toBeFocused();
  // Asked for once more it is found, and takes no focus that it cannot show.
  await shop.openOverlay(session, { name: 'lower' });
  await page.keyboard.type('robin');
  await expect(emailOf(page)).toHaveValue('robin');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await shop.event('close', 'upper');
  expect([await shop.phase('lower'), await shop.phase('upper')]).toEqual(['ready', 'canceled']);
  await expectStays(page);
  await payWith(overlayFrame(page));
  await shop.event('complete', 'lower');
  await page.evaluate(() => window.shop.checkouts['lower']?.close());
  await expectScrolls(page);
  await expect(page.locator('paymentkit-overlay')).toHaveCount(0);
});

test(
  'it lives through the back-forward cache, a page that sleeps, and an opener that is gone',
  inWholeBrowser,
  async ({ page, servers, session, shop }) => {
    const client = await page.context().newCDPSession(page);
    await comeBack(page, async () => {
      await shop.open();
      await page.locator('#above').evaluate((above) => {
        above.tabIndex = 0;
        above.focus();
      });
      await shop.openOverlay(session);
      await shop.event('ready');
      for (const state of ['frozen', 'active'] as const) {
        await client.send('Page.setWebLifecycleState', { state });
      }
      expect(await shop.phase()).toBe('ready');
      await page.goto(servers.site.url('other', '/blank'));
    });
    expect(await shop.phase()).toBe('ready');
    await expect(overlayDialog(page)).toBeVisible();
    await page.locator('#above').evaluate((above) => {
      above.remove();
    });
    await page.keyboard.press('Escape');
    expect(await shop.event('close')).toMatchObject({ reason: 'dismissed' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await expectScrolls(page);
    expect(await shop.events('error')).toEqual([]);
  },
);

test('the network goes away and comes back under it, and a reload leaves a session to pay (faults 2, 30)', async ({
  context,
  page,
  session,
  shop,
}) => {
  await shop.openOverlay(session);
  await shop.event('ready');
  await awaitAllOfIt(overlayFrame(page));
  await context.setOffline(true);
  await payWith(overlayFrame(page));
  await shop.event('submit');
  await expect(overlayFrame(page).getByText(/do not pay again/i)).toBeVisible();
  await context.setOffline(false);
  await shop.event('complete');
  expect(await shop.events('error')).toEqual([]);
  await page.reload();
  await page.waitForFunction(() => 'shop' in window);
  await expectScrolls(page);
  await shop.openOverlay(session, { name: 'after' });
  await shop.event('complete', 'after');
  expect(await shop.events('complete', 'after')).toHaveLength(1);
});
