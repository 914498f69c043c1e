import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { OverlayOptions } from 'paymentkit-js';
import type { Seen } from '../pages/shop.ts';
import type { Session } from './createAccount.ts';
import { optionsFor } from './optionsFor.ts';
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

/**
 * A merchant's page in the browser, with a record of every event its checkouts fired. It opens with the first checkout,
 * unless the test has opened one: under a policy, or to do something in it before.
 */
export interface Shop {
  open(...policies: readonly Policy[]): Promise<void>;
  /** Mounts inline; stays on the page after the end, so that its record can be read. */
  mount(session: Session, options?: MountOptions): Promise<void>;
  /** The same in a dialog over the page. */
  openOverlay(session: Session, options?: Omit<MountOptions, 'target'>): Promise<void>;
  /** The same in a window of its own, in a click of the shopper's; gives the window. */
  openPopup(session: Session, options?: Omit<MountOptions, 'target'>): Promise<Page>;
  /** Mounts inline, and waits until the checkout is ready. */
  show(session: Session, options?: Omit<MountOptions, 'name'>): Promise<void>;
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

export function createShop(page: Page, site: PageServer): Shop {
  const element = (target = '#checkout') => page.locator(`${target} iframe`);
  const events: Shop['events'] = async (type, name = 'main') => {
    const seen = await page.evaluate(() => window.shop.seen);
    return seen.filter((one) => one.checkout === name && (type ?? one.type) === one.type);
  };
  const event: Shop['event'] = (type, name = 'main') =>
    page.evaluate(([wanted, by]) => window.shop.first(wanted, by), [type, name] as const);
  const openers = createOpeners(page, site);
  return {
    ...openers,
    element,
    event,
    events,
    frame: (target) => element(target).contentFrame(),
    async show(session, options) {
      await openers.mount(session, options);
      await event('ready');
    },
    phase: (name = 'main') =>
      page.evaluate((by) => window.shop.checkouts[by]?.phase ?? 'none', name),
    outcome: (name = 'main') => page.evaluate((by) => window.shop.outcome(by), name),
    violations: () => page.evaluate(() => window.shop.violations),
  };
}

/** What opens the page, and a checkout in it. */
function createOpeners(
  page: Page,
  site: PageServer,
): Pick<Shop, 'mount' | 'open' | 'openOverlay' | 'openPopup'> {
  const open: Shop['open'] = async (...policies) => {
    await page.goto(site.url('shop', '/shop', ...policies));
  };
  /** Opens the page where none is, and gives a checkout's options and its name in the record. */
  const begin = async (session: Session, { name = 'main', ...given }: MountOptions) => {
    if (page.url() === 'about:blank') await open();
    const options = given.url === undefined ? optionsFor(session) : {};
    return [{ ...options, redirect: 'never', ...given }, name] as const;
  };
  return {
    open,
    async mount(session, { target = '#checkout', ...given } = {}) {
      const begun = [...(await begin(session, given)), target] as const;
      await page.evaluate(([options, name, at]) => window.shop.mount(options, name, at), begun);
    },
    async openOverlay(session, given = {}) {
      const begun = await begin(session, given);
      await page.evaluate(([options, name]) => window.shop.open(options, name), begun);
    },
    async openPopup(session, given = {}) {
      const begun = await begin(session, given);
      await page.evaluate(([options, name]) => {
        const press = (): void => window.shop.popup(options, name);
        document.querySelector('#above')?.addEventListener('click', press, { once: true });
      }, begun);
      const opened = page.waitForEvent('popup');
      await page.locator('#above').click();
      return opened;
    },
  };
}
