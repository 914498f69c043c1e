import { performance } from 'node:perf_hooks';
import { createMockControl } from 'paymentkit-mock-server';
import { checkoutAsks, type Session } from './checkoutAsks.ts';
import { createClient, type Ask, type Client, type Reply } from './createClient.ts';
import { quantile } from './quantile.ts';
import type { Subject } from './startServer.ts';
import { startReceiver, type Receipt } from './startReceiver.ts';

const account = 'acc_soak';
const cards = {
  approved: '4242424242424242',
  declined: '4000000000000002',
  challenged: '4000000000003220',
};

async function expectStatus(client: Client, ask: Ask, status: number): Promise<Reply> {
  const reply = await client.send(ask);
  if (reply.status === status) return reply;
  throw new Error(`${ask.method} ${ask.path} answered ${reply.status}: ${reply.text}`);
}

/** What a shopper does: most pay, every tenth is declined first, and the bank asks every tenth. */
async function checkOut(client: Client, index: number): Promise<Session> {
  const made = await expectStatus(client, checkoutAsks.create(account), 201);
  const session = JSON.parse(made.text) as Session;
  await expectStatus(client, checkoutAsks.read(session), 200);
  if (index % 10 === 0) {
    await expectStatus(client, checkoutAsks.pay(session, cards.declined, `no-${index}`), 402);
  }
  const number = index % 10 === 1 ? cards.challenged : cards.approved;
  const paid = await expectStatus(client, checkoutAsks.pay(session, number, `yes-${index}`), 200);
  const { next_action: action } = JSON.parse(paid.text) as { next_action?: { url: string } };
  if (action) {
    const body = new URLSearchParams({ outcome: 'pass' });
    const answered = await fetch(action.url, { method: 'POST', body });
    if (!answered.ok) throw new Error(`The bank's page answered ${answered.status}.`);
  }
  const { text } = await expectStatus(client, checkoutAsks.retrieve(account, session), 200);
  const { state } = JSON.parse(text) as { state: string };
  if (state !== 'completed') throw new Error(`${session.id} is ${state}.`);
  return session;
}

/** Each session is told of exactly once in every event type that was promised, and what was refused came again. */
function count(receipts: ReadonlyMap<string, Receipt>, sessions: readonly Session[]) {
  const told = [...receipts.values()];
  const completed = told.filter(({ type }) => type === 'checkout_session.completed');
  const ids = new Set(completed.map(({ objectId }) => objectId));
  return {
    completedTold: completed.length,
    missing: sessions.filter(({ id }) => !ids.has(id)).length,
    notAcceptedOnce: told.filter(({ accepted }) => accepted !== 1).length,
    refusedOnPurpose: told.reduce((sum, { refused }) => sum + refused, 0),
    events: told.length,
  };
}

/** Whole checkouts, many at a time, with every webhook counted at a real endpoint. */
export async function measureSoak(subject: Subject, checkouts: number, concurrency: number) {
  const control = createMockControl({ url: subject.origin, accountId: account });
  const receiver = await startReceiver();
  const events = ['checkout_session.completed', 'payment_intent.succeeded', 'invoice.paid'];
  await control.request('POST', '/webhook-endpoints', { url: receiver.url, events });
  const client = createClient(subject.origin);
  const sessions: Session[] = [];
  const started = performance.now();
  const times = await client.repeat(checkouts, concurrency, async (index) => {
    sessions[index] = await checkOut(client, index);
  });
  const seconds = (performance.now() - started) / 1000;
  // Retries wait on the account's clock; when this resolves, all that fell due was delivered.
  await control.clock.advance('1h');
  const counted = count(receiver.receipts, sessions);
  client.close();
  await receiver.close();
  return {
    checkouts,
    concurrency,
    checkoutsPerSecond: Math.round(checkouts / seconds),
    p99Ms: Math.round(quantile([...times], 0.99)),
    ...counted,
    met:
      counted.completedTold === checkouts &&
      counted.missing === 0 &&
      counted.notAcceptedOnce === 0 &&
      counted.events === events.length * checkouts,
  };
}
