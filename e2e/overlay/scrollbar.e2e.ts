import { inWholeBrowser } from '../harness/browser/inWholeBrowser.ts';
import { expect, test } from '../harness/test.ts';

test(
  'the page does not move when its scrollbar goes, whatever it scrolls by (4: 35, 38)',
  inWholeBrowser,
  async ({ page, shop }) => {
    await shop.open();
    for (const styles of [
      '',
      'html { overflow-y: scroll }',
      'body { overflow-y: scroll }',
      'html, body { height: 100% } body { overflow: auto }',
    ]) {
      const { places, widths } = await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`main { height: 3000px } ${css}`);
        document.adoptedStyleSheets = [sheet];
        const heading = document.querySelector('h1');
        const widths = [document.documentElement.clientWidth];
        const places = [heading?.getBoundingClientRect().toJSON() as unknown];
        const checkout = window.shop.PaymentKit.openCheckout({
          secureToken: 'cst_nobodys',
          host: 'http://pay.localhost:9',
        });
        places.push(heading?.getBoundingClientRect().toJSON());
        widths.push(document.documentElement.clientWidth);
        checkout.destroy();
        places.push(heading?.getBoundingClientRect().toJSON());
        return { places, widths };
      }, styles);
      expect(places[1], styles).toEqual(places[0]);
      expect(places[2], styles).toEqual(places[0]);
      // There was one to go.
      expect(widths[1], styles).toBeGreaterThan(widths[0] ?? NaN);
    }
  },
);
