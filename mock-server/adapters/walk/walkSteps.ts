import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { card, urls } from '../contract/harness/createWorld.ts';
import type { Reply, RestartingShop, Try, Visit } from './createRestartingShop.ts';

/** What is done, to which of the checkouts, and how. */
type Step = (shop: RestartingShop, visit: Visit, how: number) => Promise<unknown>;

const cards = ['4242424242424242', '0002', '3220', '0077', '0119'].map((end) =>
  end.padStart(16, '400000000000'),
);
const made = z.looseObject({ id: z.string(), secure_token: z.string() });
const paid = z.looseObject({
  status: z.string(),
  payment_intent_id: z.string(),
  next_action: z.looseObject({ url: z.string() }).optional(),
});

const oneOf = <T>(all: readonly T[], how: number): T | undefined => all[how % all.length];

/** The answer to a key is the answer to it for ever. Any other is a refusal that was not kept, or none at all. */
function note(one: Try, reply: Reply | undefined, kept: readonly number[]): boolean {
  if (!reply) return false;
  expect([...kept, 409, 410, 422, 503]).toContain(reply.status);
  if (!kept.includes(reply.status)) return false;
  if (one.answer) expect(reply).toEqual(one.answer);
  one.answer = reply;
  return true;
}

export async function pay(shop: RestartingShop, visit: Visit, key: string, how = 0) {
  const body = { payment_method: card(oneOf(cards, how)), email: 'a@b.example' };
  const one = visit.payments.get(key) ?? { body: { ...body, expected_amount_atom: 4900 } };
  visit.payments.set(key, one);
  const asked = { body: one.body, token: visit.token, key };
  const reply = await shop.ask('/api/checkout/session/payments', asked);
  if (!note(one, reply, [200, 402]) || reply?.status !== 200) return;
  const {
    status,
    payment_intent_id: charge,
    next_action: bank,
  } = paid.parse(JSON.parse(reply.text));
  if (bank) visit.banks.push(new URL(bank.url).pathname);
  if (status === 'completed') visit.charged.add(charge);
}

export async function refund(shop: RestartingShop, visit: Visit, key: string, how = 0) {
  const [payment_intent_id] = visit.charged;
  const one = visit.refunds.get(key) ?? { body: { payment_intent_id, amount_atom: 1 + how * 700 } };
  visit.refunds.set(key, one);
  note(one, await shop.api('/payments/refunds', { body: one.body, key }), [201]);
}

/** A key that was used before, or a new one. */
const keyFor = (tries: ReadonlyMap<string, Try>, how: number): string =>
  (how % 3 === 0 && oneOf([...tries.keys()], how)) || crypto.randomUUID();

/** What was over when it was asked for is over in the answer, as it was. */
async function look(shop: RestartingShop, visit: Visit): Promise<void> {
  const before = visit.end;
  const reply = await shop.api(`/checkout-sessions/${visit.id}`, { method: 'GET' });
  if (reply?.status !== 200) return;
  const { state } = z.looseObject({ state: z.string() }).parse(JSON.parse(reply.text));
  if (before !== undefined) expect(state).toBe(before);
  if (state === 'completed' || state === 'expired') visit.end = state;
}

async function open(shop: RestartingShop, how: number): Promise<void> {
  const line_items = [{ price_id: 'price_premium', quantity: 1 }];
  const body = { ...urls, line_items, expires_in_hours: 1 + (how % 2) };
  const key = crypto.randomUUID();
  const begin = () => shop.api('/checkout-sessions', { body, key });
  const reply = (await begin()) ?? (await begin());
  if (reply?.status !== 201) return;
  const { id, secure_token: token } = made.parse(JSON.parse(reply.text));
  const tries = { payments: new Map(), refunds: new Map() };
  shop.visits.push({ id, token, ...tries, charged: new Set(), banks: [] });
}

const shopping = {
  open: (shop, _visit, how) => open(shop, how),
  look,
  pay: (shop, visit, how) => pay(shop, visit, keyFor(visit.payments, how), how),
  /** Pressed twice, in two tabs. */
  async payTwice(shop, visit, how) {
    const keys = [keyFor(visit.payments, how), crypto.randomUUID()];
    await Promise.all([...keys, ...keys].map((key) => pay(shop, visit, key, how)));
  },
  async bank(shop, visit, how) {
    const path = oneOf(visit.banks, how);
    if (path === undefined) return;
    const answers = ['pass', 'fail'].map((outcome) => new URLSearchParams({ outcome }));
    await Promise.all(answers.map((body) => shop.ask(path, { body, token: 'none' })));
  },
  end: (shop, visit, how) =>
    shop.api(`/checkout-sessions/${visit.id}/${how % 2 === 0 ? 'complete' : 'expire'}`),
  async refund(shop, visit, how) {
    if (visit.charged.size > 0) await refund(shop, visit, keyFor(visit.refunds, how), how % 8);
  },
} satisfies Record<string, Step>;

const weather = {
  restart: (shop) => shop.restart(),
  wait: (shop, _visit, how) =>
    shop.control('/clock', { advance: oneOf(['20s', '61s', '11m', '31m'], how) }),
  fail: (shop, _visit, how) =>
    shop.control('/faults', {
      match: oneOf(['POST /api/checkout/session/payments', 'POST /api/*/refunds', '/api/*'], how),
      ...oneOf([{ drop: 'after_commit' }, { drop: 'before' }, { status: 503 }], how >> 2),
      times: 1 + (how % 4),
    }),
} satisfies Record<string, Step>;

const steps: Readonly<Record<string, Step>> = { ...shopping, ...weather };

const some = (names: readonly (keyof typeof shopping | keyof typeof weather)[], length: number) =>
  fc.array(fc.record({ step: fc.constantFrom(...names), nth: fc.nat(99), how: fc.nat(2000) }), {
    ...{ minLength: length, maxLength: length },
  });

const asOften = ['pay', 'pay', 'pay', 'payTwice', 'payTwice', 'bank', 'bank', 'bank'] as const;
const lane = some(['open', 'open', 'look', 'look', ...asOften, 'end', 'refund', 'refund'], 40);

/** What three do side by side, and a fourth who makes it hard for them. */
export const walkSteps = fc.tuple(
  lane,
  lane,
  lane,
  some(['restart', 'wait', 'wait', 'fail', 'fail'], 16),
);

export async function takeStep(
  shop: RestartingShop,
  { step, nth, how }: { readonly step: string; readonly nth: number; readonly how: number },
): Promise<void> {
  // Of the newest few: what meets there is what is looked for.
  const visit = shop.visits.at(-1 - (nth % Math.min(5, Math.max(1, shop.visits.length))));
  if (visit) await steps[step]?.(shop, visit, how);
  else await open(shop, how);
}
