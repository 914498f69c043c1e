// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Reply } from '../../page-parts/requestReply.ts';
import type { Api } from '../api/createApi.ts';
import { answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { placeOf } from '../route/Place.ts';
import type { Router } from '../route/createRouter.ts';
import { AccountsScreen } from './AccountsScreen.tsx';

/** Draws the list at an address, of these accounts. Returns where it leads afterwards. */
const draw = (address: string, answer: () => Reply): readonly string[] => {
  const led: string[] = [];
  const router: Router = {
    address: () => address,
    go: (to) => void led.push(to),
    replace: (to) => void led.push(to),
    moved: () => false,
    onChange: () => () => undefined,
  };
  const refuse = () => Promise.reject(new Error('Nobody is to ask this.'));
  const get = () => Promise.resolve(answer());
  const api: Api = { get, send: refuse, open: refuse, useControlToken: () => undefined };
  document.body.replaceChildren(document.createElement('div'));
  const [root] = document.body.children;
  if (root) render(<AccountsScreen {...{ api, router, place: placeOf(address) }} />, root);
  return led;
};

const accounts =
  (...ids: readonly string[]) =>
  () =>
    answerFixture({ data: ids.map((id) => ({ id, sessions: 2, created_at: null })) });
const rows = () => [...document.querySelectorAll('tbody a')].map(({ textContent: id }) => id);
const said = () => document.querySelector('[role=status]')?.textContent;

test('an account is found by a part of its id, which stands in the address', async () => {
  const led = draw('/dashboard?filter=SHOP', accounts('acc_shop', 'acc_dev_demo', 'acc_shop_2'));
  await eventually(() => {
    expect(rows()).toEqual(['acc_shop', 'acc_shop_2']);
  });
  expect(said()).toBe('2 found');
  const search = document.querySelector<HTMLInputElement>('#filter');
  if (!search) throw new Error('There is no search.');
  expect(search.value).toBe('SHOP');
  search.value = 'demo';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  expect(led).toEqual(['/dashboard?filter=demo']);
});

test('of many accounts the newest are shown, and how many there are is said', async () => {
  draw(
    '/dashboard',
    accounts(...Array.from({ length: 101 }, (_, index) => `acc_${String(index)}`)),
  );
  await eventually(() => {
    expect(said()).toBe('101 accounts, the newest 100 shown');
  });
  expect(rows()).toHaveLength(100);
});

test('a list that could not be read is read again when asked', async () => {
  let times = 0;
  draw('/dashboard', () => {
    times += 1;
    return times > 1
      ? accounts('acc_shop')()
      : { status: 0, code: '', body: {}, retryAfter: undefined };
  });
  await eventually(() => {
    expect(document.body.textContent).toContain('The accounts could not be read.');
  });
  [...document.querySelectorAll('button')].find(({ type }) => type === 'button')?.click();
  await eventually(() => {
    expect(rows()).toEqual(['acc_shop']);
  });
});
