import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMockControl } from '../../mock-server/createMockControl.ts';
import { createMockServer } from '../../mock-server/createMockServer.ts';
import type { MockControl } from '../../mock-server/MockControl.ts';
import type { CheckoutSession } from '../../mock-server/schemas/checkoutSession.ts';
import { readPage, tableOf } from './readPage.ts';

const page = readPage('docs/guides/rehearsing-payments.md');
const server = createMockServer({ quiet: true });
let url: string;

beforeAll(async () => {
  url = await server.listen();
});

afterAll(() => server.close());

/** The calls of a cell that are the control's: others are Playwright's, or said in words. */
const callsIn = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)]
    .map(([, call = '']) => call)
    .filter((call) => /^(settle|clock|createSession|faults|reset|webhooks|request)\b/.test(call));

async function run(control: MockControl, call: string, given: object): Promise<unknown> {
  const names = Object.keys(given).join(', ');
  const made = runInThisContext(`(control, { ${names} }) => control.${call}`) as (
    control: MockControl,
    given: object,
  ) => Promise<unknown>;
  return made(control, given);
}

const payments = tableOf(page, 'The payment or the page').rows.map(
  ([outcome = '', , cell]) => [outcome, callsIn(cell)] as const,
);

/** What has become of the session where it is not open any more. */
const states: Readonly<Record<string, string>> = {
  'is paid': 'completed',
  'passes 3-D Secure': 'completed',
  'takes a minute': 'completed',
  expires: 'expired',
  'expires at the bank': 'expired',
  'is paid in another tab': 'completed',
  'is being paid in another tab': 'processing',
  'has a token that nobody knows': 'gone',
};

test.each(payments.filter(([, calls]) => calls.length > 0))('%s', async (outcome, calls) => {
  const control = createMockControl({ url });
  const session = await control.createSession();
  for (const call of calls) await run(control, call, { session });
  const path = `/checkout-sessions/${session.id}`;
  const now = control.request('GET', path) as Promise<CheckoutSession>;
  const state = await now.then((read) => read.state).catch(() => 'gone');
  expect(state).toBe(states[outcome] ?? 'open');
});

describe('what comes to the server', () => {
  const rows = tableOf(page, 'To see').rows.map(([seen = '', cell]) => [seen, cell] as const);
  const callsOf = (start: string): string[] =>
    callsIn(rows.find(([seen]) => seen.startsWith(start))?.[1]);

  /** An account whose webhooks come to this test. */
  async function hear(events: readonly 'checkout_session.completed'[]) {
    const heard: string[] = [];
    const shop = createServer((request, response) => {
      void text(request).then((body) => {
        heard.push((JSON.parse(body) as { type: string }).type);
        response.end();
      });
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const control = createMockControl({ url });
    const { port } = shop.address() as AddressInfo;
    await control.webhooks.endpoint(`http://127.0.0.1:${String(port)}/`, events);
    return { control, heard, close: () => shop.close() };
  }

  async function buy(control: MockControl, price = 'price_premium'): Promise<CheckoutSession> {
    const session = await control.createSession({ line_items: [{ price_id: price, quantity: 1 }] });
    return control.settle(session.id, 'complete');
  }

  test('a webhook that comes twice, or once more', async () => {
    const { control, heard, close } = await hear(['checkout_session.completed']);
    for (const call of callsOf('a webhook twice')) await run(control, call, {});
    await buy(control);
    const [delivery] = await control.webhooks.deliveries();
    expect(heard).toHaveLength(2);
    for (const call of callsOf('an old webhook')) await run(control, call, { delivery });
    expect(heard).toHaveLength(3);
    close();
  });

  test('a webhook that comes long after', async () => {
    const { control, heard, close } = await hear(['checkout_session.completed']);
    const [freeze = '', late = '', come = ''] = callsOf('a webhook long after');
    for (const call of [freeze, late]) await run(control, call, {});
    await buy(control);
    await control.webhooks.deliveries();
    expect(heard).toEqual([]);
    await run(control, come, {});
    await control.webhooks.deliveries();
    expect(heard).toEqual(['checkout_session.completed']);
    close();
  });

  test('renewals, and those that are declined', async () => {
    const control = createMockControl({ url });
    await buy(control, 'price_pro_monthly');
    const state = async (): Promise<string | undefined> =>
      ((await control.request('GET', '/subscriptions')) as { data: { state: string }[] }).data[0]
        ?.state;
    for (const call of callsOf('a renewal')) await run(control, call, {});
    expect(await state()).toBe('active');

    const [patch = '', list = '', later = ''] = callsOf('a renewal that is declined');
    const processors = (await run(control, list, {})) as { data: { id: string }[] };
    for (const { id } of processors.data) await run(control, patch, { id });
    await run(control, later, {});
    expect(await state()).toBe('past_due');
    for (const call of callsOf('a subscription lost')) await run(control, call, {});
    expect(await state()).toBe('cancelled');
  });

  test('a refund', async () => {
    const control = createMockControl({ url });
    const { payment_intent_id } = await buy(control);
    for (const call of callsOf('a refund')) {
      expect(await run(control, call, { payment_intent_id })).toMatchObject({ amount_atom: 400 });
    }
  });

  test('no line has a call that is no call of the control', () => {
    const control = createMockControl({ url });
    const calls = rows.flatMap(([, cell]) => callsIn(cell));
    expect(calls.length).toBeGreaterThan(rows.length);
    for (const call of calls) {
      const [name = ''] = call.split('(');
      const read = runInThisContext(`(control) => control.${name}`) as (of: MockControl) => unknown;
      expect(typeof read(control), call).toBe('function');
    }
  });
});
