// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Delivery } from '../api/Delivery.ts';
import type { Page } from '../api/Page.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { EventDeliveries } from './EventDeliveries.tsx';

const time = (minute: number) => `2026-11-22T12:0${String(minute)}:00.000Z`;

const delivery = (of: string, minute: number, fields: Partial<Delivery> = {}) => ({
  ...{ id: `whd_${of}`, event_id: of, endpoint_id: 'we_1', attempt: 1, replay: false },
  ...{ state: 'succeeded', response_status: 200, retry_at: null, due_at: time(minute) },
  ...fields,
});

const page = (more: boolean, ...data: readonly object[]) =>
  ({ data, has_more: more }) as unknown as Page<Delivery>;

const event = { id: 'evt_1', created_at: time(3) };

test.each([
  ['all deliveries are read', page(false, delivery('evt_1', 3)), '200'],
  ['nobody was told', page(false, delivery('evt_2', 3)), 'Not sent'],
  ['an older event was told of', page(true, delivery('evt_1', 3), delivery('evt_0', 2)), '200'],
])('where %s, nothing is asked', async (_what, deliveries, words) => {
  const { asked, draw, text } = accountFixture(() => answerFixture());
  draw(<EventDeliveries {...{ event, deliveries }} />);
  expect(text()).toBe(words);
  await turn();
  expect(asked).toEqual([]);
});

test.each([
  ['begin with one of the same moment', [delivery('evt_2', 4), delivery('evt_0', 3)]],
  ['are replays, of which nobody knows when', [delivery('evt_0', 1, { replay: true })]],
  ['are retries, which were due later', [delivery('evt_0', 1, { attempt: 2 })]],
])('where those that are read %s, the event is asked for', async (_what, data) => {
  const { asked, draw, text } = accountFixture(() =>
    answerFixture({ data: [delivery('evt_1', 3)] }),
  );
  draw(<EventDeliveries event={event} deliveries={page(true, ...data)} />);
  await eventually(() => {
    expect(text()).toBe('200');
  });
  expect(asked).toEqual(['GET /accounts/acc_1/deliveries?event_id=evt_1']);
});
