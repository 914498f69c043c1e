import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { OverlayOptions } from 'paymentkit-js';
import type { Seen } from '../pages/shop.ts';
import type { Session } from './createAccount.ts';
import type { PageServer, Policy } from './servers/startPageServer.ts';

/** Options that survive the trip into the page. */
export type PlainOptions = Partial<
  Pick<
    OverlayOptions,
    | 'appearance'
    | 'dismissible'
    | 'host'
    | 'initialHeight'
    | 'loading'
    | 'locale'
    | 'prefill'
    | 'redirect'
    | 'texts'
    | 'timeoutMs'
    | 'url'
  >
> & {
  readonly secureToken?: string;
  readonly completion?: { readonly endpoint: string };
  /** Only in a window: the token comes when the page's `shop.answer` is called. */
  readonly late?: boolean;
};

export interface MountOptions extends PlainOptions {
  readonly name?: string;
  readonly target?: string;
}

/** A merchant's page in the browser, with a record of every event its checkouts fired. */
export interface Shop {
  open(...policies: readonly Policy[]): Promise<void>;
  /** Mounts inline; stays on the page after the end, so that its record can be read. */
  mount(session: Session, options?: MountOptions): Promise<void>;
  /** The same in a dialog over the page. */
  openOverlay(session: Session, options?: Omit<MountOptions, 'target'>): Promise<void>;
  /** The same in a window of its own, in a click of the shopper's; gives the window. */
  openPopup(session: Session, options?: Omit<MountOptions, 'target'>): Promise<Page>;
  frame(target?: string): FrameLocator;
  element(target?: string): Locator;
  /** The first event of this type, waited for. */
  event(type: string, name?: string): Promise<Seen>;
  /** Every event so far. */
  events(type?: string, name?: string): Promise<readonly Seen[]>;
  phase(name?: string): Promise<string>;
  /** How `result` settled, waited for. */
  outcome(name?: string): Promise<unknown>;
  violations(): Promise<readonly string[]>;
}

export function createShop(page: Page, site: PageServer, pay: string): Shop {
  const optionsFor = (session: Session, given: PlainOptions) => ({
    ...(given.url === undefined && { secureToken: session.secure_token, host: pay }),
    redirect: 'never',
    ...given,
  });
  const element = (target = '#checkout') => page.locator(`${target} iframe`);
  const events: Shop['events'] = async (type, name = 'main') => {
    const seen = await page.evaluate(() => window.shop.seen);
    return seen.filter((one) => one.checkout === name && (type ?? one.type) === one.type);
  };
  return {
    element,
    events,
    frame: (target) => element(target).contentFrame(),
    async open(...policies) {
      await page.goto(site.url('shop', '/shop', ...policies));
    },
    async openOverlay(session, { name = 'main', ...given } = {}) {
      await page.evaluate(
        ([what, as]) => {
          window.shop.open(what, as);
        },
        [optionsFor(session, given), name] as const,
      );
    },
    async openPopup(session, { name = 'main', ...given } = {}) {
      await page.evaluate(
        ([what, as]) => {
          const button = document.querySelector('#above');
          const open = (): void => window.shop.popup(what, as);
          button?.addEventListener('click', open, { once: true });
        },
        [optionsFor(session, given), name] as const,
      );
      const opened = page.waitForEvent('popup');
      await page.locator('#above').click();
      return opened;
    },
    async mount(session, { name = 'main', target = '#checkout', ...given } = {}) {
      const options = optionsFor(session, given);
      await page.evaluate(
        ([what, as, where]) => {
          window.shop.mount(what, as, where);
        },
        [options, name, target] as const,
      );
    },
    event: (type, name = 'main') =>
      page.evaluate(([wanted, by]) => window.shop.first(wanted, by), [type, name] as const),
    phase: (name = 'main') =>
      page.evaluate((by) => window.shop.checkouts[by]?.phase ?? 'none', name),
    outcome: (name = 'main') => page.evaluate((by) => window.shop.outcome(by), name),
    violations: () => page.evaluate(() => window.shop.violations),
  };
}
