import { expect } from 'vitest';
import { z } from 'zod';
import type { RestartingShop, Try, Visit } from './createRestartingShop.ts';

const record = z.looseObject({ id: z.string() });
const listed = z.object({ data: z.array(record), has_more: z.boolean() });
type Listed = z.infer<typeof record>;

async function list(shop: RestartingShop, path: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (;;) {
    const where = `${path}?limit=100&offset=${String(all.length)}`;
    const page = listed.parse(JSON.parse((await shop.api(where, { method: 'GET' }))?.text ?? ''));
    all.push(...page.data);
    if (!page.has_more) return all;
  }
}

const sum = (records: readonly Listed[], member: string): number =>
  records.reduce((total, one) => total + Number(one[member]), 0);

const idsOf = (records: readonly Listed[]): string[] => records.map(({ id }) => id).sort();

/** Everything there is of one kind, found by what it belongs to. */
const ofOne = (records: readonly Listed[], member: string, id: unknown): Listed[] =>
  records.filter((one) => one[member] === id);

interface World {
  readonly payments: readonly Listed[];
  readonly invoices: readonly Listed[];
  readonly ends: readonly { readonly type: string; readonly id: string }[];
}

/** One charge for what was paid, none for anything else, and its end told of once. */
function compareVisit(session: Listed, visit: Visit, { payments, invoices, ends }: World): void {
  const { id, state, payment_intent_id: charge } = session;
  const charges = ofOne(ofOne(payments, 'checkout_session_id', id), 'status', 'succeeded');
  expect(idsOf(charges)).toEqual(charge === null ? [] : [charge]);
  expect([...visit.charged].filter((told) => told !== charge)).toEqual([]);
  if (charge !== null) expect([state, sum(charges, 'amount_atom')]).toEqual(['completed', 4900]);
  const isOver = state === 'completed' || state === 'expired';
  expect(ends.filter((end) => end.id === id).map(({ type }) => type)).toEqual(
    isOver ? [`checkout_session.${state}`] : [],
  );
  expect(visit.end ?? state).toBe(state);
  const bills = ofOne(invoices, 'checkout_session_id', id);
  expect(bills.map((bill) => [bill['status'], bill['out_of_band']])).toEqual(
    state === 'completed' ? [['paid', charge === null]] : [],
  );
}

const answers = (tries: ReadonlyMap<string, Try>): string[] =>
  [...tries.values()].flatMap(({ answer }) =>
    answer ? record.parse(JSON.parse(answer.text)).id : [],
  );

/** What everybody was told, what is on record and what was told of are the same, and the sums are right. */
export async function compareMoney(shop: RestartingShop): Promise<void> {
  const sessions = await list(shop, '/checkout-sessions');
  const payments = await list(shop, '/payment-intents');
  const invoices = await list(shop, '/invoices');
  const refunds = await list(shop, '/payments/refunds');
  const ends = (await list(shop, '/events')).flatMap(({ type, data }) =>
    /^checkout_session\.(completed|expired)$/.test(String(type))
      ? { type: String(type), id: z.object({ object: record }).parse(data).object.id }
      : [],
  );
  for (const visit of shop.visits) {
    const session = sessions.find(({ id }) => id === visit.id);
    expect(session).toBeDefined();
    if (session) compareVisit(session, visit, { payments, invoices, ends });
  }
  // Each key has sent money back once, or not at all.
  expect(idsOf(refunds)).toEqual(
    shop.visits.flatMap(({ refunds: tries }) => answers(tries)).sort(),
  );
  for (const payment of payments) {
    const back = sum(ofOne(refunds, 'payment_intent_id', payment.id), 'amount_atom');
    expect(payment['refunded_amount_atom']).toBe(back);
    expect(back).toBeLessThanOrEqual(Number(payment['amount_atom']));
  }
}
