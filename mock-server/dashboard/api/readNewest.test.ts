import { expect, test } from 'vitest';
import { answerFixture } from '../fixtures/accountFixture.tsx';
import type { Api } from './createApi.ts';
import { listAll } from './listAll.ts';
import { readNewest } from './readNewest.ts';

const records = (offset: number, limit: number, total: number) =>
  Array.from({ length: Math.min(limit, total - offset) }, (_, index) => ({
    id: `cs_${String(offset + index)}`,
  }));

/** A list of this many, on a server that is asked for parts of it. */
const apiOf = (total: number) => {
  const asked: string[] = [];
  const get = (path: string) => {
    asked.push(path);
    const query = new URLSearchParams(path.split('?')[1]);
    const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))];
    const data = records(offset, limit, total);
    const has_more = offset + data.length < total;
    return Promise.resolve(answerFixture({ data, total, limit, offset, has_more }));
  };
  return { asked, api: { get } as unknown as Api };
};

test('a list is read to its end, and narrowed as it was asked for', async () => {
  const { api, asked } = apiOf(250);
  const { body } = await readNewest(api, '/list?state=open');
  expect(body).toMatchObject({ data: records(0, 250, 250), total: 250, has_more: false });
  expect(asked).toEqual([
    '/list?state=open&limit=100&offset=0',
    '/list?state=open&limit=100&offset=100',
    '/list?state=open&limit=100&offset=200',
  ]);
});

test('of a very long list the newest thousand are read', async () => {
  const { api, asked } = apiOf(5_000);
  const { body } = await readNewest(api, '/list');
  expect(body).toMatchObject({ total: 5_000, has_more: true });
  expect(body['data']).toHaveLength(1_000);
  expect(asked).toHaveLength(10);
});

test('a list to choose from is read whole, however long', async () => {
  expect(await listAll(apiOf(1_100).api, '/list')).toEqual(records(0, 1_100, 1_100));
});

test('what is moved into the next part by something new is there once', async () => {
  const { api } = apiOf(150);
  const get = async (path: string) => {
    // One more was made after the first part was read: all that follow are one further on.
    return api.get(path.endsWith('=0') ? path : '/list?limit=100&offset=99');
  };
  const { body } = await readNewest({ get } as unknown as Api, '/list');
  expect(body['data']).toEqual(records(0, 150, 150));
});

test('what goes wrong on the way is the answer', async () => {
  const away = { status: 0, code: 'network', body: {}, retryAfter: undefined };
  const api = { get: () => Promise.resolve(away) } as unknown as Api;
  expect(await readNewest(api, '/list')).toBe(away);
  expect(await listAll(api, '/list')).toMatchObject({ code: 'network', refused: false });
});
