import type { Frame, Page } from '@playwright/test';
import { optionsFor } from '../harness/optionsFor.ts';
import { overlayFrame } from '../harness/overlay.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** Puts the shop into a page of another site, as site builders and previews do. */
async function addShop(page: Page, src: string, sandbox: string): Promise<Frame> {
  const element = await page.evaluateHandle(
    ([url, flags]) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', flags);
      frame.style.cssText = 'width:900px;height:640px';
      frame.src = url;
      document.body.append(frame);
      return frame;
    },
    [src, sandbox] as const,
  );
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The shop has no frame.');
  // Asked, and not told by a drawn frame: a frame that nobody sees draws none.
  await expect.poll(() => frame.evaluate(() => 'shop' in window).catch(() => false)).toBe(true);
  return frame;
}

const seenIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    window.shop.seen.map(({ type, code }) => [type, code].filter(Boolean).join(' ')),
  );

test('a shop in a frame without forms, popups and dialogs of its own is paid in, and told what cannot be (fault 35)', async ({
  account,
  page,
  servers,
}) => {
  const origins = ['builder', 'shop'].map((site) => new URL(servers.site.url(site)).origin);
  const session = await account.createSession({ allowed_origins: origins });
  const options = { ...optionsFor(session), redirect: 'never' };
  await page.goto(servers.site.url('builder', '/blank'));
  const framed = await addShop(page, servers.site.url('shop'), 'allow-scripts allow-same-origin');

  await framed.evaluate((given) => {
    document.querySelector('#above')?.addEventListener('click', () => window.shop.popup(given));
  }, options);
  await framed.locator('#above').click();
  await expect.poll(() => seenIn(framed)).toEqual(['error popup_blocked']);

  await framed.evaluate((given) => {
    window.shop.open(given, 'over');
  }, options);
  await payWith(overlayFrame(framed));
  await expect.poll(() => seenIn(framed)).toContain('complete');
});
