import { getResponse } from 'msw/utils/get-response';
import { expect, test, vi } from 'vitest';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { createMockServer } from '../../createMockServer.ts';
import { urls } from '../../adapters/contract/harness/createWorld.ts';
import { sendByFetch } from '../../webhooks/sendByFetch.ts';

const sessions = 'https://api.paymentkit.com/api/acc_1/checkout-sessions';

/** A request that has begun: its body comes when the test says so. */
function beginRequest(key: string) {
  let finish = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      finish = () => {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(urls)));
        controller.close();
      };
    },
  });
  const request = new Request(sessions, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sk_test_1',
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body,
    duplex: 'half',
  } as RequestInit);
  return { request, finish };
}

test('while the first request with a key runs, a second is told to come back, and then gets its answer', async () => {
  const { handlers } = createMockServer();
  const ask = async (request: Request) => {
    const response = await getResponse([...handlers], request);
    if (!response) throw new Error('No answer');
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const first = beginRequest('k');
  const answer = ask(first.request);
  const second = beginRequest('k');
  second.finish();
  const early = await ask(second.request);
  expect([early.status, early.headers.get('retry-after')]).toEqual([409, '1']);
  expect(early.text).toContain('"code":"idempotency_in_progress"');
  const other = beginRequest('another');
  other.finish();
  expect((await ask(other.request)).status).toBe(201);
  first.finish();
  const created = await answer;
  expect(created.status).toBe(201);
  const third = beginRequest('k');
  third.finish();
  const replayed = await ask(third.request);
  expect([replayed.text, replayed.headers.get('idempotent-replayed')]).toEqual([
    created.text,
    'true',
  ]);
});

test('a first request that breaks off sets its key free', async () => {
  const { handlers } = createMockServer();
  const broken = beginRequest('k');
  const cut = new Request(broken.request, {
    body: new ReadableStream({
      start(controller) {
        controller.error(new Error('The connection is gone'));
      },
    }),
    duplex: 'half',
  } as RequestInit);
  const reported = console.error;
  console.error = () => undefined;
  const failed = await getResponse([...handlers], cut).finally(() => {
    console.error = reported;
  });
  expect(failed?.status).toBe(500);
  const again = beginRequest('k');
  again.finish();
  expect((await getResponse([...handlers], again.request))?.status).toBe(201);
});

test('a change that could not be kept sets its key free: nobody is told later that it was made', async () => {
  const { handlers, worlds } = createMockHandlers({ send: sendByFetch });
  const save = vi.fn();
  worlds.keepIn({ load: () => new Map(), save, forget: vi.fn(), close: vi.fn() });
  const ask = () => {
    const { request, finish } = beginRequest('k');
    finish();
    return getResponse([...handlers], request);
  };
  // The account is made before its first change is.
  worlds.store.account('acc_1');
  const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
  save.mockImplementationOnce(() => {
    throw new Error('The disk is full.');
  });
  expect([(await ask())?.status, log.mock.calls.length]).toEqual([500, 1]);
  const made = await ask();
  expect([made?.status, made?.headers.has('idempotent-replayed')]).toEqual([201, false]);
  expect(worlds.store.account('acc_1').records.sessions.size).toBe(1);
});
