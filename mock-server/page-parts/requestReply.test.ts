import { expect, test } from 'vitest';
import { requestReply } from './requestReply.ts';

/** An answer whose body breaks off after its first bytes. */
const cutOff = (status: number): Response =>
  new Response(
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"code":'));
        body.error(new TypeError('network error'));
      },
    }),
    { status },
  );

test.for([200, 402, 409, 502])('a %i whose body breaks off is no answer', async (status) => {
  const reply = await requestReply(() => Promise.resolve(cutOff(status)));
  expect(reply).toMatchObject({ status: 0, code: 'network' });
});

test('a success that is no JSON is no answer, and a failure keeps its status', async () => {
  const page = (status: number) => Promise.resolve(new Response('<h1>Sign in</h1>', { status }));
  expect(await requestReply(() => page(200))).toMatchObject({ status: 0, code: 'network' });
  expect(await requestReply(() => page(403))).toMatchObject({ status: 403, code: 'api_error' });
});

test('a success that says that it has no body is one', async () => {
  const reply = await requestReply(() => Promise.resolve(new Response(null, { status: 204 })));
  expect(reply).toMatchObject({ status: 204, code: '', body: {} });
});

test('a problem document gives its code, and how long to wait', async () => {
  const problem = Response.json(
    { code: 'idempotency_in_progress' },
    { status: 409, headers: { 'retry-after': '2' } },
  );
  expect(await requestReply(() => Promise.resolve(problem))).toEqual({
    status: 409,
    code: 'idempotency_in_progress',
    body: { code: 'idempotency_in_progress' },
    retryAfter: 2000,
  });
});

test('a request that fails is no answer', async () => {
  const reply = await requestReply(() => Promise.reject(new TypeError('offline')));
  expect(reply).toMatchObject({ status: 0, code: 'network' });
});
