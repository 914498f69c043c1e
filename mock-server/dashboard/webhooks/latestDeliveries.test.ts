import { expect, test } from 'vitest';
import { deliveryOutcome, type Delivery } from '../api/Delivery.ts';
import { latestDeliveries } from './latestDeliveries.ts';

const delivery = (fields: Partial<Delivery>): Delivery => ({
  id: 'whd_1',
  event_id: 'evt_1',
  event_type: 'invoice.paid',
  endpoint_id: 'we_1',
  attempt: 1,
  state: 'failed',
  due_at: '2026-11-22T14:03:10Z',
  sent_at: null,
  response_status: null,
  error: null,
  duration_ms: null,
  retry_at: null,
  replay: false,
  ...fields,
});

test('the newest attempt at each endpoint says how an event stands', () => {
  const deliveries = [
    delivery({ id: 'd', attempt: 2, state: 'succeeded' }),
    delivery({ id: 'c', endpoint_id: 'we_2' }),
    delivery({ id: 'b' }),
  ];
  expect(latestDeliveries(deliveries).map(({ id }) => id)).toEqual(['d', 'c']);
});

test.each([
  [{ state: 'pending' }, 'warn', 'Waiting'],
  [{ state: 'pending', attempt: 2 }, 'warn', 'Retrying'],
  [{ state: 'succeeded', response_status: 200 }, 'good', '200'],
  [{ response_status: 500, retry_at: '2026-11-22T14:03:45Z' }, 'warn', 'Retrying'],
  [{ response_status: 404 }, 'bad', '404, final'],
  [{ error: 'Connection refused' }, 'bad', 'Failed'],
] as const)('%j is %s: %s', (fields, ...outcome) => {
  expect(deliveryOutcome(delivery(fields))).toEqual(outcome);
});
