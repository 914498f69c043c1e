import { expect, test } from 'vitest';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { createRequestLog, type LoggedRequest } from './createRequestLog.ts';

const requestOf = (index: number): LoggedRequest => ({
  id: `req_${String(index)}`,
  at: '2030-01-01T00:00:00.000Z',
  method: 'GET',
  path: '/none',
  status: 404,
  duration_ms: 1,
  source: 'api',
});

test('the latest thousand requests of an account are remembered, newest first', () => {
  const log = createRequestLog();
  const { store } = createMockHandlers({
    send: () => Promise.reject(new Error('Not sent.')),
  }).context;
  const [account, other] = [store.account('acc_1'), store.account('acc_2')];
  for (let index = 1; index <= 2500; index += 1) log.add(account, requestOf(index));
  log.add(other, requestOf(0));
  const ids = log.of(account).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1000, 'req_2500', 'req_1501']);
  expect(log.of(other)).toHaveLength(1);
});
