import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createMockServer, type MockServer } from 'paymentkit-mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createShopServer, type ShopServer } from '../../examples/shop-server/createShopServer.ts';
import type { Order } from '../../examples/shop-server/orders/Order.ts';
import { createShopper, type Shopper } from './createShopper.ts';
import { type Driver, findFrame } from './Driver.ts';
import { startFirefox } from './startFirefox.ts';
import { startWebKit } from './startWebKit.ts';

const cards = { declined: '4000000000000002', visa: '4242424242424242' };

/** Each way to pay, and what is pressed until the checkout shows. */
const ways = [
  { example: 'inline', presses: ['Order the kit'] },
  { example: 'overlay', presses: ['Buy the premium'] },
  { example: 'popup', presses: ['Buy the kit'] },
  { example: 'custom-element', presses: [] },
  { example: 'react-spa', presses: ['Order'] },
  { example: 'redirect', presses: ['Book'] },
  { example: 'script-tag', presses: ['Order the kit', 'Pay'] },
] as const;

const browsers = [
  { name: 'Firefox', path: '/usr/bin/firefox-esr', start: startFirefox, focusIn: 'email' },
  // It lets no page in a frame of another site choose its own place before somebody has touched it: Tab begins at the first.
  { name: 'WebKit', path: '/usr/bin/WebKitWebDriver', start: startWebKit, focusIn: 'body' },
];

test('a browser is there to be driven', () => {
  const names = browsers.filter(({ path }) => existsSync(path)).map(({ name }) => name);
  const remedy =
    "Debian's packages are firefox-esr for Firefox, webkit2gtk-driver and xvfb for WebKit";
  expect(names, remedy).not.toEqual([]);
});

describe.for(browsers)('$name', ({ name, path, start, focusIn }) => {
  describe.skipIf(!existsSync(path))('takes a second card after a declined one', () => {
    let driver: Driver;
    let shopper: Shopper;
    let paymentkit: MockServer;
    let shop: ShopServer;
    let origin = '';
    const paid: Order[] = [];

    beforeAll(async () => {
      paymentkit = createMockServer({ quiet: true });
      const paymentkitUrl = await paymentkit.listen({ port: 0 });
      const accountId = `acc_${randomBytes(8).toString('hex')}`;
      shop = createShopServer({
        paymentkitUrl,
        accountId,
        secretKey: 'sk_test_demo',
        onPaid: (order) => paid.push(order),
      });
      origin = await shop.listen();
      driver = await start(path);
      console.info(name, 'is', driver.version);
      shopper = createShopper(driver);
    }, 120_000);

    afterAll(async () => {
      await driver.close();
      await Promise.all([shop.close(), paymentkit.close()]);
    }, 60_000);

    test.for(ways)('$example', { timeout: 240_000 }, async ({ example, presses }) => {
      paid.length = 0;
      await driver.goTo(`${origin}/${example}/`);
      for (const text of presses) await shopper.presses('page', text);
      await shopper.paysWith(cards.declined);
      await shopper.reads('checkout', 'Your card was declined');
      expect(paid).toHaveLength(0);
      await shopper.paysWith(cards.visa);
      await shopper.reads('page', 'Thank you, your order is paid');
      expect(paid).toHaveLength(1);
    });

    test('Try again keeps the focus in the checkout', { timeout: 240_000 }, async () => {
      await driver.goTo(`${origin}/inline/`);
      await shopper.presses('page', 'Order the kit');
      await shopper.reads('checkout', 'Card number');
      await driver.run('page', 'document.querySelector("#checkout iframe").remove();');
      // By the keyboard: it is for those who have nothing else that the focus must not be lost.
      const focusButton = `
        document.querySelector('#checkout [role=alert]').shadowRoot.querySelector('button').focus();
        return true;
      `;
      const hasPanel = () => driver.run('page', focusButton).catch(() => false);
      await expect.poll(hasPanel, { timeout: 60_000 }).toBe(true);
      await driver.type('page', 'Enter');
      await shopper.reads('checkout', 'Card number');
      const findFocus = `
        const { autocomplete, localName } = document.activeElement;
        return document.hasFocus() ? autocomplete || localName : 'elsewhere';
      `;
      const whereItIs = async () => [
        await driver.run('page', 'return document.activeElement.localName;'),
        await driver.run('checkout', findFocus),
      ];
      await expect.poll(whereItIs, { timeout: 60_000 }).toEqual(['iframe', focusIn]);
    });

    test('what comes of a press of Pay is in sight', { timeout: 240_000 }, async () => {
      await driver.goTo(`${origin}/inline/`);
      // As on a phone, Pay is a screen below where the checkout begins.
      await driver.run('page', 'document.body.style.paddingBlock = "900px";');
      await shopper.presses('page', 'Order the kit');
      await shopper.fillsIn(cards.declined);
      await shopper.presses('checkout', 'Pay');
      await shopper.reads('checkout', 'Your card was declined');
      const measure = 'return document.activeElement.getBoundingClientRect().y;';
      const findTop = `${findFrame}return [frame.getBoundingClientRect().y, innerHeight];`;
      const isInSight = async () => {
        const [top, height] = (await driver.runAround('checkout', findTop)) as [number, number];
        const y = top + Number(await driver.run('checkout', measure));
        return y > 0 && y < height;
      };
      await expect.poll(isInSight, { timeout: 60_000 }).toBe(true);
    });

    test('shown late it is no taller than its form', { timeout: 240_000 }, async () => {
      await driver.goTo(`${origin}/inline/`);
      const show = (display: string) =>
        driver.run('page', 'document.querySelector("#checkout").style.display = input;', display);
      await show('none');
      await shopper.presses('page', 'Order the kit');
      const isDrawn = () => driver.run('checkout', 'return !!document.querySelector("#pay");');
      await expect.poll(isDrawn, { timeout: 60_000 }).toBe(true);
      await show('');
      const measure = `
        const heights = [...document.querySelectorAll('button')].map((each) => each.offsetHeight);
        return [document.scrollingElement.scrollHeight - innerHeight, Math.max(...heights) < 60];
      `;
      const whatIsSeen = () => driver.run('checkout', measure);
      // The frame is told the height as soon as there is one, and takes it a moment later.
      await expect.poll(whatIsSeen, { timeout: 60_000 }).toEqual([0, true]);
    });
  });
});
