// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { describeEvent } from '../../e2e/contract/describeEvent.ts';
import type { Scenario, Step } from '../../e2e/contract/Scenario.ts';
import { scenarios } from '../../e2e/contract/scenarios.ts';
import type { Checkout, CheckoutOptions } from '../index.ts';
import { createTestCheckout, mountCheckout, popupCheckout } from './index.ts';
import type { TestCheckout } from './TestCheckout.ts';

const secureToken = 'cst_example';

let shop: TestCheckout;

afterEach(() => {
  shop.checkout?.destroy();
  document.body.replaceChildren();
});

const order = { amount_subtotal_atom: 4900, amount_discount_atom: 0, amount_total_atom: 4900 };
const reduced = { ...order, amount_discount_atom: 980, amount_total_atom: 3920 };
const dearer = { amount_subtotal_atom: 9800, amount_total_atom: 9800, price_changed: true };
let begin: () => Promise<void>;

const take: Record<Step, () => Promise<void>> = {
  complete: () => shop.complete(),
  'complete at the new price': () => shop.complete(),
  decline: () => shop.decline(),
  challenge: () => shop.challenge(),
  'fail the challenge': () =>
    shop.decline({ reason: 'authentication_failed', declineCode: 'authentication_failed' }),
  'give up the challenge': () => shop.decline({ reason: 'authentication_abandoned' }),
  'pass the challenge on a phone': () => shop.complete(),
  delay: () => shop.delay(),
  'answer at last': () => shop.complete(),
  'ask for more': () => {
    shop.change(dearer);
    return shop.decline({ reason: 'confirmation_required' });
  },
  'agree to it': () => shop.complete(),
  'apply a code': () => shop.applyCode(reduced),
  'remove the code': () => shop.applyCode(order),
  'change the order': async () => {
    await shop.ready();
    shop.change(reduced);
  },
  refresh: async () => void (await shop.checkout?.refresh()),
  cancel: () => shop.cancel(),
  expire: () => shop.expire(),
  'fail to load': () => shop.failToLoad(),
  'go offline': () => shop.goOffline(),
  'go online': () => shop.goOnline(),
  reload: () => shop.reload(),
  'begin again': () => begin(),
};

const told = (): string[] =>
  shop.events
    .filter(({ type }) => type !== 'resize')
    .map((event) => describeEvent(event as unknown as Record<string, unknown>));

type Start = (options: CheckoutOptions) => Checkout;

/** Plays a story, and gives how it ended. */
const play = async (start: Start, { before = [], steps }: Scenario): Promise<string[]> => {
  shop = createTestCheckout({ session: order });
  for (const step of before) await take[step]();
  let checkout = start({ secureToken, redirect: 'never' });
  begin = async () => {
    checkout.destroy();
    checkout = start({ secureToken, redirect: 'never' });
    await shop.ready();
  };
  await shop.advance(0);
  for (const step of steps) await take[step]();
  const ended = await Promise.race([
    checkout.result.then(({ outcome, reason }) => [outcome, reason]),
    shop.advance(0).then(() => ['pending']),
  ]);
  return [checkout.phase, ended.filter(Boolean).join(' ')];
};

test.each(scenarios)('inline: $name', async (scenario) => {
  const end = await play((options) => mountCheckout(document.body, options), scenario);
  expect(end).toEqual([scenario.phase, scenario.result]);
  expect(told()).toEqual(scenario.events);
});

test.each(scenarios)('in a window: $name', async (scenario) => {
  const end = await play(popupCheckout, scenario);
  expect(end).toEqual([scenario.phase, scenario.result]);
  const closing: Partial<Record<string, string[]>> = {
    completed: ['close completed'],
    canceled: ['close canceled'],
  };
  expect(told()).toEqual([...scenario.events, ...(closing[scenario.phase] ?? [])]);
});
