import { getResponse } from 'msw/utils/get-response';
import { expect, test, vi } from 'vitest';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { sendByFetch } from '../../webhooks/sendByFetch.ts';

const origin = 'https://api.paymentkit.com';

test('a clock is stopped at exactly the time it is given, however long that takes', async () => {
  // A millisecond goes by at every look.
  let time = Date.parse('2026-01-01T00:00:00Z');
  const { handlers } = createMockHandlers({ now: () => (time += 1), send: sendByFetch });
  const body = JSON.stringify({ freeze: true, now: '2030-01-01T00:00:00Z' });
  const request = new Request(`${origin}/_mock/accounts/acc_1/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const route = handlers.find(
    ({ info }) =>
      info.method === 'POST' && info.path === `${origin}/_mock/accounts/:account_id/clock`,
  );
  const result = await route?.run({ request, requestId: '1' });
  expect(await result?.response?.json()).toMatchObject({
    now: '2030-01-01T00:00:00.000Z',
    frozen: true,
  });
});

test('who opens the server in a browser is led to its dashboard', async () => {
  const { handlers } = createMockHandlers({ send: sendByFetch });
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const response = await getResponse([...handlers], new Request(`${origin}/`, { headers }));
  expect(response?.status).toBe(302);
  expect(response?.headers.get('location')).toMatch(/^https:\/\/[\w.]+\/dashboard$/);
});

test('who asks for the head of a stream follows nothing afterwards', async () => {
  const { handlers, worlds } = createMockHandlers({ send: sendByFetch });
  const unfollow = vi.fn();
  const follow = vi.spyOn(worlds, 'follow').mockReturnValue(unfollow);
  const url = `${origin}/_mock/accounts/acc_1/stream`;
  const response = await getResponse([...handlers], new Request(url, { method: 'HEAD' }));
  expect(response?.headers.get('content-type')).toBe('text/event-stream');
  expect([follow.mock.calls.length, unfollow.mock.calls.length]).toEqual([1, 1]);
});
