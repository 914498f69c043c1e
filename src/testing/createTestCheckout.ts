import type { Checkout } from '../checkout/run/Checkout.ts';
import type { CheckoutEventMap } from '../checkout/options/CheckoutEvents.ts';
import type { CheckoutOptions } from '../checkout/options/CheckoutOptions.ts';
import { mountCheckoutOn } from '../checkout/mountCheckout.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeFrame, FakeHostedPage } from './createFakeFrame.ts';
import { createFakePlatform, type FakePage } from './createFakePlatform.ts';

export const host = 'https://pay.example';
export const token = 'cst_aSecretThatNobodyElseMaySee';

/** A session as the API sends it, with what the test changes. */
export const session = (changes: Partial<CheckoutSession> = {}): CheckoutSession => ({
  id: 'cs_test_abcdefgh12345678',
  state: 'open',
  mode: 'payment',
  test_mode: true,
  merchant: { name: 'Alder Press', logo_url: null, primary_color: null },
  customer: null,
  line_items: [],
  currency: 'usd',
  amount_subtotal_atom: 6800,
  amount_discount_atom: 0,
  amount_total_atom: 6800,
  discount: null,
  price_changed: false,
  expires_at: '2026-01-02T00:00:00Z',
  server_time: '2026-01-01T00:00:00Z',
  success_url: 'https://shop.example/success?s=cs_test_abcdefgh12345678',
  return_url: 'https://shop.example/cart',
  payment_methods: ['card'],
  payment: null,
  ...changes,
});

const types = [
  ...(['ready', 'resize', 'change', 'submit', 'processing', 'decline', 'complete'] as const),
  ...(['cancel', 'expire', 'close', 'warning', 'error'] as const),
];

/** A checkout on a fake page, with what it has told. */
export interface TestCheckout {
  readonly fake: FakePage;
  readonly target: HTMLElement;
  readonly checkout: Checkout;
  /** Every event so far. */
  readonly events: CheckoutEventMap[keyof CheckoutEventMap][];
  /** The types of the events so far, with their codes. */
  readonly told: () => string[];
  /** What the session API says from now on. */
  readonly say: (changes: Partial<CheckoutSession>) => void;
  readonly frame: () => FakeFrame;
  /** Loads the hosted page and lets it be ready. */
  readonly becomeReady: () => Promise<FakeHostedPage>;
}

function prepare(fake: FakePage) {
  let current = session();
  fake.answer = () => fake.json(current);
  return (changes: Partial<CheckoutSession>): void => {
    current = session(changes);
  };
}

function observe(checkout: Checkout, events: TestCheckout['events']): () => string[] {
  for (const type of types) checkout.on(type, (event) => void events.push(event));
  return () =>
    events.map((event) => {
      const code = 'code' in event ? event.code : 'error' in event ? event.error.code : '';
      return code ? `${event.type} ${code}` : event.type;
    });
}

/** Mounts a checkout on a fake page whose session API answers with an open session. */
export function createTestCheckout(
  document: Document,
  nextTask: () => Promise<void>,
  options: Partial<CheckoutOptions> = {},
  arrange: (fake: FakePage) => void = () => undefined,
): TestCheckout {
  const fake = createFakePlatform(document, nextTask);
  const say = prepare(fake);
  arrange(fake);
  const target = document.createElement('main');
  document.body.append(target);
  const identity = options.url === undefined ? { secureToken: token, host } : {};
  const checkout = mountCheckoutOn(fake.platform, target, { ...identity, ...options });
  const events: TestCheckout['events'] = [];
  const told = observe(checkout, events);
  const frame = (): FakeFrame => {
    const last = fake.frames.at(-1);
    if (!last) throw new Error('No frame has been made');
    return last;
  };
  const becomeReady = async (): Promise<FakeHostedPage> => {
    await fake.clock.settle();
    const page = frame().load();
    await fake.clock.settle();
    page.send({ t: 'h:ready', title: 'Pay Alder Press' });
    await fake.clock.settle();
    return page;
  };
  return { fake, target, checkout, events, told, say, frame, becomeReady };
}
