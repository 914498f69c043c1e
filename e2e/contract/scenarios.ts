/** What a shopper, a bank or a network does. */
export type Step =
  | 'complete'
  | 'decline'
  | 'challenge'
  | 'fail the challenge'
  | 'cancel'
  | 'expire'
  | 'fail to load'
  | 'go offline'
  | 'go online';

/** One story, and what the merchant's page sees of it. */
export interface Scenario {
  readonly name: string;
  /** Before the checkout is mounted. */
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
  /** Every event in order, with its code; heights change and are left out. */
  readonly events: readonly string[];
  readonly phase: string;
  /** How `result` ended, or that it did not. */
  readonly result: string;
}

const paid = ['submit', 'processing payment'];

/** The same on the fake page of the test kit and on the real one in a browser: what the kit promises. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'a payment',
    steps: ['complete'],
    events: ['ready', ...paid, 'complete api'],
    phase: 'completed',
    result: 'completed',
  },
  {
    name: 'a decline, then a payment',
    steps: ['decline', 'complete'],
    events: ['ready', ...paid, 'decline declined generic_decline', ...paid, 'complete api'],
    phase: 'completed',
    result: 'completed',
  },
  {
    name: 'a challenge that is passed',
    steps: ['challenge', 'complete'],
    events: ['ready', ...paid, 'processing three_d_secure', 'complete api'],
    phase: 'completed',
    result: 'completed',
  },
  {
    name: 'a challenge that fails',
    steps: ['challenge', 'fail the challenge'],
    events: [
      'ready',
      ...paid,
      'processing three_d_secure',
      'decline authentication_failed authentication_failed',
    ],
    phase: 'ready',
    result: 'pending',
  },
  {
    name: 'a cancellation',
    steps: ['cancel'],
    events: ['ready', 'cancel page'],
    phase: 'canceled',
    result: 'canceled page',
  },
  {
    name: 'a session whose time is over',
    steps: ['expire'],
    events: ['ready', 'expire'],
    phase: 'expired',
    result: 'expired',
  },
  {
    name: 'a page that does not load',
    steps: ['fail to load'],
    events: ['warning slow', 'error load_timeout'],
    phase: 'failed',
    result: 'pending',
  },
  {
    name: 'no network, and then one',
    before: ['go offline'],
    steps: ['go online', 'complete'],
    events: ['error offline', 'ready', ...paid, 'complete api'],
    phase: 'completed',
    result: 'completed',
  },
];

/** An event in words: its type and what tells it from others of its type. */
export function describeEvent(event: Readonly<Record<string, unknown>>): string {
  const { type, step, reason, declineCode, code, verified, error } = event;
  const failure = (error as { readonly code?: string } | undefined)?.code;
  return [type, step, reason, declineCode, code, verified, failure].filter(Boolean).join(' ');
}
