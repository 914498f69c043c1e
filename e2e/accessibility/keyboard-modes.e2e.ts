import type { Page } from '@playwright/test';
import { beginMode } from '../harness/beginMode.ts';
import { focusedName } from '../harness/keyboard/focusedName.ts';
import { tabUntil } from '../harness/keyboard/tabUntil.ts';
import type { Session } from '../harness/createAccount.ts';
import type { Shop } from '../harness/createShop.ts';
import { openScriptTag } from '../harness/openScriptTag.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { cards } from '../harness/payWith.ts';
import { readReceipt } from '../harness/receipt.ts';
import { repeats } from '../harness/repeats.ts';
import type { Servers } from '../harness/servers/withServers.ts';
import { expect, test } from '../harness/test.ts';

interface Stage {
  readonly page: Page;
  readonly servers: Servers;
  readonly shop: Shop;
  readonly session: Session;
}

/** A way to check out, begun by the keyboard: gives the page that the checkout is in. */
type Begin = (stage: Stage) => Promise<Page>;

/** Puts a button on the shop's page that begins a checkout, and presses it with Enter. */
async function pressPay(
  { page, session, shop }: Stage,
  way: 'popup' | 'redirectToCheckout',
): Promise<void> {
  await shop.open();
  await page.evaluate(
    ([name, options]) => {
      const button = document.createElement('button');
      button.textContent = 'Pay now';
      button.onclick = () =>
        name === 'popup'
          ? window.shop.popup(options)
          : window.shop.PaymentKit.redirectToCheckout(options);
      document.querySelector('main')?.append(button);
    },
    [way, optionsFor(session)] as const,
  );
  await tabUntil(page, /^Pay now$/, 1);
  await page.keyboard.press('Enter');
}

/** In the page, where Tab comes to it. */
const inPlace =
  (mode: 'element' | 'prepared' | 'react'): Begin =>
  async ({ page, servers, session, shop }) => {
    await beginMode(page, servers.site, mode, optionsFor(session), 'main');
    await shop.event('ready');
    // Named when a screen reader comes to it, as the page in it is.
    await expect(page.locator('iframe')).toHaveAccessibleName('Checkout: Alder Press');
    return page;
  };

const ways: Readonly<Record<string, Begin>> = {
  'an element': inPlace('element'),
  'a React component': inPlace('react'),
  'a prepared checkout': inPlace('prepared'),
  'a redirect': async (stage) => {
    await stage.page.clock.install();
    await pressPay(stage, 'redirectToCheckout');
    await stage.page.waitForURL(`${stage.session.url}**`);
    return stage.page;
  },
  'a window': async (stage) => {
    const opening = stage.page.waitForEvent('popup');
    await pressPay(stage, 'popup');
    const popup = await opening;
    await expect(popup).toHaveTitle('Checkout: Alder Press');
    return popup;
  },
  'the script tag': async ({ page, servers, session }) => {
    await openScriptTag(page, servers.site, session);
    await tabUntil(page, /^Pay now$/, 1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Checkout: Alder Press' })).toBeVisible();
    // Left with Escape, it gives the focus back to where it began.
    await expect.poll(() => focusedName(page)).toBe('Email');
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedName(page)).toBe('Pay now');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('Email');
    return page;
  },
};

/** In the frame of an element they are these, and the same wherever the page is. */
const fields = ['Email', 'Card number', 'Expiry date', 'Security code'];
const before = ['Add a promotion code', expect.stringContaining('Test cards')];

/** What comes first in a page of its own. */
const first: Readonly<Record<string, readonly string[]>> = {
  'a redirect': ['Cancel and return to Alder Press'],
  'a window': ['Cancel and return to Alder Press'],
};

for (const [way, begin] of Object.entries(ways)) {
  const sameFrame = ['a React component', 'a prepared checkout'].includes(way);
  const details = sameFrame
    ? repeats(
        'e2e/accessibility/keyboard.e2e.ts',
        'a whole payment in the frame with nothing but the keyboard',
      )
    : {};
  test(
    `${way} is begun, paid and left with the keyboard alone`,
    details,
    async ({ account, page, servers, session, shop }) => {
      const checkout = await begin({ page, servers, shop, session });
      const { keyboard } = checkout;
      if (way === 'the script tag') expect(await focusedName(checkout)).toBe('Email');
      else
        expect(await tabUntil(checkout, /^Email$/)).toEqual([
          ...(first[way] ?? []),
          ...before,
          'Email',
        ]);
      await keyboard.type('robin@alder.example');
      expect(await tabUntil(checkout, /^Security code$/)).toEqual(fields.slice(1));
      expect(await tabUntil(checkout, /^Card number$/, 2, 'Shift+Tab')).toHaveLength(2);
      await keyboard.type(cards.visa);
      await tabUntil(checkout, /^Expiry date$/, 1);
      await keyboard.type('1234');
      await tabUntil(checkout, /^Security code$/, 1);
      await keyboard.type('123');
      await keyboard.press('Enter');
      if (way === 'a redirect') await readReceipt(page);
      await page.waitForURL(/\/success\?session_id=/);
      expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
    },
  );
}
