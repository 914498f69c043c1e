import { expect, test } from '../test.ts';
import { wearInter } from './wearInter.ts';

test('no picture is taken in another font than the one that was meant', async ({ page }) => {
  await page.setContent('<p style="font-family: var(--pk-font)">Million</p>');
  await expect(wearInter(page, 'A font of nobody')).rejects.toThrow('is not installed');
  const font = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--pk-font'));
  expect(await font()).toBe('');
  // Each machine has one of these.
  const usual = ['DejaVu Sans', 'Liberation Sans', 'Noto Sans', 'Arial'];
  const worn = await Promise.allSettled(usual.map((name) => wearInter(page, name)));
  expect(worn.map(({ status }) => status)).toContain('fulfilled');
  expect(await font()).toContain('system-ui');
});
