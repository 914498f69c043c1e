import * as PaymentKit from 'paymentkit-js';
import type { Checkout } from 'paymentkit-js';

/** One event as the test reads it: plain data, with the phase the checkout was in. */
export interface Seen {
  readonly checkout: string;
  readonly type: string;
  readonly phase: string;
  readonly [detail: string]: unknown;
}

export interface ShopWindow {
  readonly PaymentKit: typeof PaymentKit;
  readonly seen: Seen[];
  readonly checkouts: Record<string, Checkout>;
  readonly violations: string[];
  readonly outcomes: Record<string, unknown>;
  /** The first event of this type, which may be still to come. */
  first(type: string, name: string): Promise<Seen>;
  /** How `result` ended, which may be still to come. */
  outcome(name: string): Promise<unknown>;
  /** `options` are `CheckoutOptions` that survive the trip from a test: plain data. */
  mount(options: Readonly<Record<string, unknown>>, name?: string, target?: string): void;
  /** The same in an element, which may be where no selector reaches. */
  mountAt(target: Element, options: Readonly<Record<string, unknown>>, name?: string): void;
  /** The same in a dialog over the page. */
  open(options: Readonly<Record<string, unknown>>, name?: string): void;
  /** The same in a window of its own; with `late` its token comes only when `answer` is called. */
  popup(options: Readonly<Record<string, unknown>>, name?: string): void;
  answer(): void;
}

declare global {
  interface Window {
    shop: ShopWindow;
  }
}

const types = [
  'ready',
  'resize',
  'change',
  'submit',
  'processing',
  'decline',
  'complete',
  'cancel',
  'expire',
  'close',
  'warning',
  'error',
] as const;

const details = [
  'code',
  'reason',
  'declineCode',
  'step',
  'height',
  'verified',
  'currency',
] as const;

function plain(name: string, checkout: Checkout, event: object): Seen {
  const read = (key: string): unknown => Reflect.get(event, key);
  const seen: Record<string, unknown> = {};
  for (const key of details) if (read(key) !== undefined) seen[key] = read(key);
  const { session, error } = event as {
    session?: { id: string; state: string };
    error?: { code: string; recoverable: boolean; docUrl: string };
  };
  if (session !== undefined) Object.assign(seen, { session: session.id, state: session.state });
  if (error !== undefined) {
    Object.assign(seen, { code: error.code, recoverable: error.recoverable, docUrl: error.docUrl });
  }
  for (const key of ['amount_subtotal_atom', 'amount_discount_atom', 'amount_total_atom']) {
    if (read(key) !== undefined) seen[key] = read(key);
  }
  return { ...seen, checkout: name, type: String(read('type')), phase: checkout.phase };
}

/** What somebody waits for; told of each thing that happens. */
const waiting = new Set<() => void>();

/** Comes with the first answer that is one. In the page itself, so that nobody has to look again and again. */
function waitFor<T>(find: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      waiting.delete(look);
      resolve(found);
    };
    waiting.add(look);
    look();
  });
}

const tell = (): void => {
  for (const look of waiting) look();
};

const shop: ShopWindow = {
  PaymentKit,
  seen: [],
  checkouts: {},
  violations: [],
  outcomes: {},
  first: (type, name) =>
    waitFor(() => shop.seen.find((one) => one.type === type && one.checkout === name)),
  outcome: (name) => waitFor(() => shop.outcomes[name]),
  mount(options, name = 'main', target = '#checkout') {
    watch(PaymentKit.mountCheckout(target, options), name);
  },
  mountAt(target, options, name = 'main') {
    watch(PaymentKit.mountCheckout(target, options), name);
  },
  open(options, name = 'main') {
    watch(PaymentKit.openCheckout(options), name);
  },
  popup(options, name = 'main') {
    const { secureToken, late, ...rest } = options;
    const token = new Promise<string>((resolve) => {
      shop.answer = () => resolve(String(secureToken));
    });
    const given =
      late === true ? { secureToken: () => token } : { secureToken: String(secureToken) };
    watch(PaymentKit.popupCheckout({ ...rest, ...given }), name);
  },
  answer: () => undefined,
};

/** Writes down what a checkout tells, under a name. */
export function watch(checkout: Checkout, name: string): void {
  if (shop.checkouts[name] === checkout) return;
  shop.checkouts[name] = checkout;
  for (const type of types) {
    checkout.on(type, (event) => {
      shop.seen.push(plain(name, checkout, event));
      tell();
    });
  }
  const end = (outcome: object): void => {
    shop.outcomes[name] = outcome;
    tell();
  };
  checkout.result.then(
    ({ outcome, verified, reason }) => end({ outcome, verified, reason }),
    (error: unknown) => end({ rejected: PaymentKit.isPaymentKitError(error) ? error.code : error }),
  );
}

window.shop = shop;
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  shop.violations.push(`${effectiveDirective} ${blockedURI}`);
});
