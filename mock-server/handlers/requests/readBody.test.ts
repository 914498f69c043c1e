import { expect, test } from 'vitest';
import { bodyLimit, parseJson, readBody } from './readBody.ts';

const request = (body?: BodyInit): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });

test('a body is measured also where nothing says how long it is', async () => {
  expect(await readBody(request('x'.repeat(bodyLimit)))).toHaveLength(bodyLimit);
  await expect(readBody(request('x'.repeat(bodyLimit + 1)))).rejects.toMatchObject({ status: 413 });
});

test('bytes that are no UTF-8 are no JSON, not even with a mark in their place', async () => {
  const bytes = new TextEncoder().encode('{"name":"?"}');
  expect(await parseJson(request(), bytes, false)).toEqual({ name: '?' });
  bytes[9] = 0xff;
  await expect(parseJson(request(), bytes, false)).rejects.toMatchObject({
    status: 400,
    code: 'invalid_json',
  });
});

test.each([
  ['{"quantity":1,"quantity":2}', ['body', 'quantity']],
  ['{"items":[{"id":"a"},{"id":"b","id":"b"}]}', ['body', 'items', 1, 'id']],
])('what stands twice in %s is asked for once', async (text, loc) => {
  const read = parseJson(request(), new TextEncoder().encode(text), false);
  await expect(read).rejects.toMatchObject({
    status: 422,
    members: { errors: [{ loc, msg: 'Give this once', type: 'repeated' }] },
  });
});
