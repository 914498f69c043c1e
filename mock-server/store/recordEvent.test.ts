import { expect, test } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import type { EventType } from '../domain/webhooks/eventTypes.ts';
import { createStore } from './createStore.ts';
import { recordEvent } from './recordEvent.ts';
import type { WebhookEndpoint } from './records/EventRecord.ts';
import type { WebhookFault } from './records/FaultRecord.ts';

const time = 1_900_000_000_000;

function createAccount() {
  const due: string[] = [];
  const onDeliveryDue = (_account: unknown, id: string): void => {
    due.push(id);
  };
  const store = createStore({ realTime: () => time, tasks: checkoutTasks, onDeliveryDue });
  const account = store.account('acc');
  const tell = (events: WebhookEndpoint['events'], enabled = true) =>
    account.decide((now) =>
      account.records.webhookEndpoints.put({
        id: account.random.id('we'),
        url: 'http://localhost:3000/webhooks',
        events,
        description: null,
        enabled,
        secret: 'whsec_c2VjcmV0',
        created_at: now,
        updated_at: now,
      }),
    );
  const happen = (type: EventType) => {
    account.decide((now) => {
      recordEvent(account, now, type, { id: 'in_1', status: 'paid' }, { status: 'open' });
    });
  };
  const deliveries = () => [...account.records.deliveries.values()];
  return { account, due, tell, happen, deliveries };
}

test('an event keeps what it happened to, and what changed', () => {
  const { account, happen } = createAccount();
  happen('invoice.paid');
  expect([...account.records.events.values()]).toEqual([
    {
      id: expect.stringMatching(/^evt_dev_[a-z0-9]{16}$/) as string,
      type: 'invoice.paid',
      object: { id: 'in_1', status: 'paid' },
      previous_attributes: { status: 'open' },
      created_at: time,
      updated_at: time,
    },
  ]);
});

test('what is new has nothing that it was before', () => {
  const { account } = createAccount();
  account.decide((now) => {
    recordEvent(account, now, 'coupon.created', { id: 'coupon_1' });
  });
  const [event] = account.records.events.values();
  expect(event?.previous_attributes).toBeNull();
});

test('endpoints are told of what they asked for, and disabled ones of nothing', () => {
  const { tell, happen, deliveries } = createAccount();
  const all = tell(['*']);
  const some = tell(['customer.created', 'invoice.paid']);
  tell(['customer.created']);
  tell(['*'], false);
  happen('invoice.paid');
  expect(deliveries().map(({ endpoint_id: id }) => id)).toEqual([all.id, some.id]);
});

test('a delivery is made in the next settling, not in the decision', () => {
  const { account, due, tell, happen, deliveries } = createAccount();
  const endpoint = tell(['*']);
  happen('product.deleted');
  expect(due).toEqual([]);
  account.settle(time);
  expect(due).toEqual(deliveries().map(({ id }) => id));
  const [{ id: event_id } = { id: '' }] = account.records.events.values();
  const nothingYet = { sent_at: null, response_status: null, error: null, duration_ms: null };
  expect(deliveries()).toEqual([
    {
      ...nothingYet,
      ...{ id: due[0], event_id, event_type: 'product.deleted', endpoint_id: endpoint.id },
      ...{ attempt: 1, state: 'pending', due_at: time, retry_at: null },
      ...{ replay: false, bad_signature: false, created_at: time, updated_at: time },
    },
  ]);
});

test('what a refused decision recorded is gone, and nobody is told', () => {
  const { account, due, tell, deliveries } = createAccount();
  tell(['*']);
  const refused = () =>
    account.decide((now) => {
      recordEvent(account, now, 'coupon.created', { id: 'coupon_1' });
      throw new Error('refused');
    });
  expect(refused).toThrow('refused');
  account.settle(time);
  expect([account.records.events.size, deliveries()]).toEqual([0, []]);
  expect(due).toEqual([]);
});

test('faults of webhooks are used up one after the other, each by as many events as it was for', () => {
  const { account, tell, happen, deliveries } = createAccount();
  const add = (kind: WebhookFault['kind'], times: number) =>
    account.decide((now) => {
      const dated = { id: account.random.id('flt'), created_at: now, updated_at: now };
      account.records.webhookFaults.put({ ...dated, kind, times, left: times });
    });
  add('bad_signature', 2);
  add('reorder', 1);
  add('duplicate', 1);
  happen('invoice.paid');
  tell(['*']);
  for (let count = 0; count < 5; count += 1) happen('invoice.paid');
  const told = deliveries().map(({ bad_signature: bad, due_at: at }) => [bad, at - time]);
  const once = [false, 0];
  expect(told).toEqual([[true, 0], [true, 0], [false, 2000], once, once, once]);
  const copies = deliveries().map(({ event_id: id }) => id);
  expect(copies[3]).toBe(copies[4]);
  expect(new Set(copies).size).toBe(5);
});
