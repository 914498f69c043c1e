import { retryDelay } from '../domain/webhooks/retryDelay.ts';
import { webhookRequest } from '../resources/webhookRequest.ts';
import type { Account } from '../store/createAccount.ts';
import { queueDelivery } from '../store/queueDelivery.ts';
import type { DeliveryRecord, EventRecord, WebhookEndpoint } from '../store/records/EventRecord.ts';
import { createOutcomes } from './createOutcomes.ts';
import { sendOnce, type SendWebhook, type Sent } from './sendOnce.ts';

/** Makes the attempts that have fallen due, outside of any decision. */
export interface Deliverer {
  /** Sends in order for each endpoint; an endpoint that is slow holds up nobody else. */
  start(account: Account, deliveryId: string): void;
  /** Keeps what came of attempts and could not be kept then. Called once something else could be. */
  catchUp(account: Account): void;
  /** Resolves once nothing is on its way in this account. */
  idle(account: Account): Promise<void>;
  /** Tells nothing more of an account that was reset. */
  forget(account: Account): void;
  /** Cuts off what is on its way. It stays pending. */
  stop(): void;
}

interface DelivererOptions {
  readonly send: SendWebhook;
  /** Real time, which receivers compare the signature's timestamp with. */
  readonly realTime: () => number;
  /** Hears why it could not be kept what came of an attempt. That one is pending until it can be. */
  readonly reportError: (error: unknown) => void;
  /** How long a receiver may take, in milliseconds of real time. */
  readonly timeout?: number;
}

interface Pending {
  readonly delivery: DeliveryRecord;
  readonly event: EventRecord;
  readonly endpoint: WebhookEndpoint;
}

function findPending({ records }: Account, id: string): Pending | undefined {
  const delivery = records.deliveries.get(id);
  const event = delivery && records.events.get(delivery.event_id);
  const endpoint = delivery && records.webhookEndpoints.get(delivery.endpoint_id);
  if (delivery?.state !== 'pending' || !event || !endpoint?.enabled) return undefined;
  return { delivery, event, endpoint };
}

function requestOf(
  { delivery, event, endpoint }: Pending,
  signedAt: number,
  signal: AbortSignal,
): Request {
  const { url, ...init } = webhookRequest(delivery, event, endpoint, signedAt);
  return new Request(url, { ...init, redirect: 'manual', signal });
}

type Attempted = Sent & { readonly signedAt: number };

async function attempt(
  { send, realTime, timeout = 15_000 }: DelivererOptions,
  account: Account,
  pending: Pending,
  stop: AbortSignal,
): Promise<Attempted> {
  const at = account.clock.now();
  const signedAt = realTime();
  const makeRequest = (signal: AbortSignal) => requestOf(pending, signedAt, signal);
  return { ...(await sendOnce(send, makeRequest, { timeout, stop })), at, signedAt };
}

/** Writes down what came of an attempt, and queues the next one where there is to be one. */
function conclude(account: Account, { delivery, event, endpoint }: Pending, sent: Attempted): void {
  const { deliveries } = account.records;
  account.decide((now) => {
    const seed = `${account.id} ${event.type} ${endpoint.url}`;
    const again = sent.retry && !delivery.replay ? retryDelay(delivery.attempt, seed) : undefined;
    const retryAt = again === undefined ? null : now + again;
    deliveries.put({
      ...delivery,
      state: sent.ok ? 'succeeded' : 'failed',
      sent_at: sent.at,
      signed_at: sent.signedAt,
      response_status: sent.status,
      error: sent.error,
      duration_ms: sent.duration,
      retry_at: retryAt,
      updated_at: now,
    });
    if (retryAt === null) return;
    const { attempt, bad_signature: badSignature } = delivery;
    queueDelivery(account, event, endpoint, { at: retryAt, attempt: attempt + 1, badSignature });
  });
}

/** An endpoint that is gone, or disabled, is told nothing. */
function giveUp(account: Account, id: string): void {
  const { deliveries } = account.records;
  const delivery = deliveries.get(id);
  if (delivery?.state !== 'pending') return;
  account.decide((now) => {
    const error = 'The endpoint was deleted or disabled.';
    deliveries.put({ ...delivery, state: 'failed', error, updated_at: now });
  });
}

/** Work of an account that goes on after its decision, one piece after the other for each key. */
function createChains(reportError: (error: unknown) => void) {
  const underWay = new WeakMap<Account, Map<string, Promise<void>>>();
  return {
    add(account: Account, key: string, work: () => Promise<void> | void): void {
      const chains = underWay.get(account) ?? new Map<string, Promise<void>>();
      underWay.set(account, chains);
      const before = chains.get(key) ?? Promise.resolve();
      const chain = before
        .then(work)
        .catch(reportError)
        .finally(() => {
          if (chains.get(key) === chain) chains.delete(key);
        });
      chains.set(key, chain);
    },
    async idle(account: Account): Promise<void> {
      const chains = underWay.get(account);
      if (!chains) return;
      while (chains.size > 0) await Promise.all(chains.values());
    },
  };
}

export function createDeliverer(options: DelivererOptions): Deliverer {
  const chains = createChains(options.reportError);
  const outcomes = createOutcomes();
  const forgotten = new WeakSet<Account>();
  let stopping = new AbortController();

  async function deliver(account: Account, id: string, stop: AbortSignal): Promise<void> {
    const isLive = (): boolean => !stop.aborted && !forgotten.has(account);
    if (!isLive()) return;
    const pending = findPending(account, id);
    const sent = pending && (await attempt(options, account, pending, stop));
    if (!isLive()) return;
    outcomes.keep(account, () => {
      if (pending && sent) conclude(account, pending, sent);
      else giveUp(account, id);
    });
  }

  return {
    start(account, id) {
      const { signal } = stopping;
      const endpoint = account.records.deliveries.get(id)?.endpoint_id ?? '';
      chains.add(account, endpoint, () => deliver(account, id, signal));
    },
    catchUp(account) {
      for (const decide of outcomes.takeWaiting(account)) {
        // Outside of the decision that was kept just now.
        chains.add(account, 'outcomes', () => {
          outcomes.keep(account, decide);
        });
      }
    },
    idle: (account) => chains.idle(account),
    forget(account) {
      forgotten.add(account);
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
  };
}
