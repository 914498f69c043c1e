import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { visitorCookie } from './visitorCookie.ts';

const visit = (origin: string, cookie = ''): Response | Promise<Response> =>
  new Hono()
    .get('/', (c) => c.text(visitorCookie.remember(c, origin)))
    .request(origin, { headers: { cookie } });

it('over https is one that only this very host can set', async () => {
  const first = await visit('https://shop.example');
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-alder_visitor=[0-9a-f-]{36};/);
  expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'Path=/']));
  const id = await first.text();
  expect(await (await visit('https://shop.example', `__Host-alder_visitor=${id}`)).text()).toBe(id);
});

it('over https is not taken under the name that others can set', async () => {
  const planted = crypto.randomUUID();
  const answer = await visit('https://shop.example', `alder_visitor=${planted}`);
  expect(await answer.text()).not.toBe(planted);
});

it('over http, while developing, has the plain name that every browser takes', async () => {
  const { headers } = await visit('http://localhost:4243');
  expect(headers.get('set-cookie')).toMatch(/^alder_visitor=(?!.*Secure)/);
});

it.each(['', '1', 'x'.repeat(36), '0'.repeat(37)])(
  'is not taken in a form that we never gave it: %j',
  async (planted) => {
    const answer = await visit('http://localhost:4243', `alder_visitor=${planted}`);
    expect(await answer.text()).not.toBe(planted);
  },
);
