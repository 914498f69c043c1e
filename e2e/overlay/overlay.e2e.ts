import type { Locator, Page } from '@playwright/test';
import { findColourViolations, findViolations } from '../harness/appearance/findViolations.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { overlayDialog, overlayFrame } from '../harness/overlay.ts';
import { holdPage } from '../harness/faults/holdPage.ts';
import { passDeadline } from '../harness/faults/passDeadline.ts';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { setColorScheme } from '../harness/appearance/setColorScheme.ts';
import { expect, test } from '../harness/test.ts';

const closeOf = (page: Page): Locator =>
  overlayDialog(page).getByRole('button', { name: /^Close checkout/ });

/** Puts a button and a long text into the page, gives the button the focus, and scrolls a little. */
async function standOnPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Order the kit';
    const text = document.createElement('div');
    text.style.height = '3000px';
    document.querySelector('#above')?.after(button, text);
    document.documentElement.style.overflow = 'auto';
    button.focus({ preventScroll: true });
    scrollTo(0, 40);
  });
}

/** Everything of the page that an overlay has borrowed and must give back. */
const borrowed = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    focus: document.activeElement?.textContent,
    top: scrollY,
    width: document.documentElement.clientWidth,
    left: document.querySelector('h1')?.getBoundingClientRect().left,
    styles: [document.documentElement, document.body].map(({ style }) => style.cssText),
    sheets: document.adoptedStyleSheets.length,
    children: document.body.children.length,
  }));

test('the focus goes in and back, Escape closes, and the page is as it was (1D Polar, Dodo; 4: 32, 33, 37, 38)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.open('strict');
  await standOnPage(page);
  const before = await borrowed(page);

  const release = await holdPage(page);
  await shop.openOverlay(session);
  await expect(overlayDialog(page)).toHaveAccessibleName('Checkout');
  release();
  await shop.event('ready');
  await expect(overlayDialog(page)).toHaveAccessibleName('Checkout: Alder Press');
  await expect(page.locator('paymentkit-overlay iframe')).toHaveAttribute(
    'title',
    'Checkout: Alder Press',
  );
  await expect(overlayFrame(page).getByLabel('Email', { exact: true })).toBeFocused();
  await page.mouse.wheel(0, 400);
  expect(await page.evaluate(() => scrollY)).toBe(40);
  expect(await page.evaluate(() => document.documentElement.clientWidth)).toBe(
    (before as { width: number }).width,
  );

  await page.keyboard.press('Escape');
  await expect(overlayDialog(page)).toBeHidden();
  await expect.poll(() => borrowed(page)).toEqual(before);
  expect(await shop.event('close')).toMatchObject({ reason: 'dismissed', phase: 'canceled' });
  expect(await shop.outcome()).toEqual({ outcome: 'canceled', reason: 'dismissed' });

  await shop.openOverlay(await account.createSession(), { name: 'early' });
  await page.evaluate(() => window.shop.checkouts['early']?.close());
  await expect.poll(() => borrowed(page)).toEqual(before);
  expect(await shop.event('close', 'early')).toMatchObject({ reason: 'api' });
  expect(await shop.violations()).toEqual([]);
});

test('what was typed is not lost by one Escape or a double click', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.evaluate((options) => {
    document.querySelector('#above')?.addEventListener('click', () => window.shop.open(options));
  }, optionsFor(session));
  await page.locator('#above').dblclick();
  await shop.event('ready');
  const email = overlayFrame(page).getByLabel('Email', { exact: true });
  await email.fill('robin@alder.example');
  await page.keyboard.press('Escape');
  await expect(overlayDialog(page)).toContainText('What you entered will be lost.');
  await expect(closeOf(page)).toBeFocused();
  await email.focus();
  await expect(overlayDialog(page)).toContainText('Alder Press');
  await page.keyboard.press('Escape');
  await expect(closeOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await shop.event('close')).toMatchObject({ reason: 'dismissed' });
});

test('asked, it is closed by a press of the button, also where the press takes the focus from it', async ({
  page,
  session,
  shop,
}) => {
  await shop.openOverlay(session);
  await shop.event('ready');
  // As in Safari on a Mac and a phone, where no press gives a button the focus.
  await page.evaluate(() => {
    addEventListener('mousedown', (event) => {
      const [pressed] = event.composedPath();
      if (!event.defaultPrevented && pressed instanceof HTMLButtonElement) pressed.blur();
    });
  });
  await overlayFrame(page).getByLabel('Email', { exact: true }).fill('robin@alder.example');
  await closeOf(page).click();
  await expect(overlayDialog(page)).toContainText('What you entered will be lost.');
  await closeOf(page).click();
  expect(await shop.event('close')).toMatchObject({ reason: 'dismissed' });
});

test('nobody closes it while a payment is taken, and the end is told once (fault 56)', async ({
  page,
  session,
  shop,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/checkout/session/payments', async (route) => {
    await held;
    await route.continue();
  });
  await shop.openOverlay(session);
  await shop.event('ready');
  await payWith(overlayFrame(page));
  await shop.event('submit');
  await expect(closeOf(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(overlayDialog(page).getByRole('status').first()).toContainText('locked');
  await closeOf(page).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
  await page.mouse.click(8, 8);
  await page.evaluate(() => window.shop.checkouts['main']?.close());
  await expect(overlayDialog(page)).toBeVisible();
  release();
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  await expect(overlayFrame(page).getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  await closeOf(page).click();
  expect(await shop.event('close')).toMatchObject({ reason: 'completed' });
  expect(await shop.events('complete')).toHaveLength(1);
});

test('a declined card, a challenge and the way to success_url', async ({ page, session, shop }) => {
  await shop.open('strict');
  await shop.openOverlay(session, { redirect: 'auto' });
  await payWith(overlayFrame(page), cards.declined);
  await shop.event('decline');
  await expect(closeOf(page)).toHaveAttribute('aria-disabled', 'false');
  await fillCard(overlayFrame(page), cards.challenge);
  await payButton(overlayFrame(page)).click();
  await overlayFrame(page)
    .locator('iframe')
    .contentFrame()
    .getByRole('button', { name: 'Approve' })
    .click();
  await page.waitForURL(/\/success\?session_id=/);
});

test('below 480 px it is a sheet; axe finds nothing in light or dark', async ({
  page,
  session,
  shop,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await shop.openOverlay(session);
  await shop.event('ready');
  expect(await overlayDialog(page).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  const close = await closeOf(page).boundingBox();
  expect(Math.min(close?.width ?? 0, close?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect(await overlayDialog(page).evaluate((dialog) => dialog.getAnimations().length)).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await setColorScheme(page, 'dark');
  expect(await findColourViolations(page)).toEqual([]);
});

test('a page that does not load says so in the dialog, opens elsewhere, and tries again', async ({
  page,
  session,
  shop,
}) => {
  await page.clock.install();
  await shop.open('strict');
  // Until it is taken back: a frame may be given up before it has asked, and an abort of one request would meet the next.
  await page.route('**/embed/**', (route) => route.abort());
  await shop.openOverlay(session);
  await passDeadline(page, shop);
  await expect(overlayDialog(page).getByRole('alert')).toContainText('could not be loaded');
  const opening = page.waitForEvent('popup');
  await overlayDialog(page).getByRole('link', { name: 'Open in a new page' }).click();
  await (await opening).close();
  await page.unroute('**/embed/**');
  await overlayDialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(payButton(overlayFrame(page))).toBeVisible();
  expect(await shop.violations()).toEqual([]);
});

test('parts and custom properties are the page’s to style, and nothing else is', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      button, dialog, span, p, div { padding: 99px !important; color: red !important; }
      body { letter-spacing: 9px; text-transform: uppercase; }
      :root { --paymentkit-width: 420px; --paymentkit-radius: 3px; --paymentkit-surface: rgb(1, 2, 3); }
      paymentkit-overlay::part(close) { color: rgb(4, 5, 6); }`);
    document.adoptedStyleSheets.push(sheet);
  });
  await shop.openOverlay(session);
  const styles = await overlayDialog(page).evaluate((dialog) => {
    const own = getComputedStyle(dialog);
    const close = getComputedStyle(dialog.querySelector('button') ?? dialog);
    return [
      [own.width, own.borderRadius, own.backgroundColor, close.color],
      [own.padding, own.letterSpacing, own.textTransform],
    ];
  });
  expect(styles).toEqual([
    ['420px', '3px', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)'],
    ['0px', 'normal', 'none'],
  ]);
});
