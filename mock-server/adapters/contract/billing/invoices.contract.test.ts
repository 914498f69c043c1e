import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema } from '../../../resources/answerSchema.ts';
import { invoices } from '../../../resources/invoices.ts';
import { asProblem, parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const frame = { name: 'Frame', unit_amount: 45.5, quantity: 2 };
const least = { customer_id: 'cus_abc123', currency: 'usd', items: [frame] };
const sent = { ...least, collection_method: 'send_invoice' };
const invoiceSchema = answerSchema(invoices);
const eventsSchema = z.object({ data: z.array(z.object({ type: z.string() })) });

/** What is given besides the least, and where it is wrong. */
const broken: readonly (readonly [object, readonly (string | number)[]])[] = [
  [{ customer_id: 'cus_none' }, ['customer_id']],
  [{ items: [] }, ['items']],
  [{ items: [{ name: 'Nothing' }] }, ['items', 0, 'price_id']],
  [{ items: [{ unit_amount: 1, amount: 1 }] }, ['items', 0, 'price_id']],
  [{ items: [{ unit_amount: 0.001 }] }, ['items', 0, 'unit_amount']],
  [{ items: [{ amount: 5, quantity: 2 }] }, ['items', 0, 'amount']],
  [{ items: [{ price_id: 'price_none' }] }, ['items', 0, 'price_id']],
  [{ currency: 'eur', items: [{ price_id: 'price_basic' }] }, ['items', 0, 'price_id']],
  [{ items: [{ unit_amount: 999_999_999, quantity: 2 }] }, ['items']],
  [{ due_date: '2001-01-01T00:00:00Z' }, ['due_date']],
  [{ issued_at: '2031-02-01T00:00:00Z', due_date: '2031-01-15T00:00:00Z' }, ['due_date']],
  [{ metadata: { note: 7 } }, ['metadata', 'note']],
];

describeTransports('bills that are written by hand', (transport) => {
  function createShop() {
    const world = createWorld(transport);
    const draft = async (body: object = least) =>
      parse(invoiceSchema, await world.api('POST', '/invoices', body));
    const act = (id: string, action: string, body?: object) =>
      world.api('POST', `/invoices/${id}/${action}`, body);
    const done = async (...args: Parameters<typeof act>): Promise<z.infer<typeof invoiceSchema>> =>
      parse(invoiceSchema, await act(...args));
    return { ...world, draft, act, done };
  }

  /** Saves a card for the customer whom every account has. */
  async function saveCard(
    { create, pay, retrieve }: ReturnType<typeof createShop>,
    number?: string,
  ) {
    const setup = { mode: 'setup', line_items: [], customer_id: 'cus_abc123' };
    const { id, secure_token: token } = await create(setup);
    await pay(token, { payment_method: card(number), expected_amount_atom: 0 });
    return (await retrieve(id)).payment_method_id ?? '';
  }

  test('a draft has its lines in dollars and its amounts in cents', async () => {
    const shop = createShop();
    const items = [frame, { price_id: 'price_basic' }, { name: 'Postage', amount: 4.99 }];
    const draft = await shop.draft({ ...least, items, metadata: { order: '7' } });
    expect(draft).toMatchObject({
      status: 'draft',
      total_amount_atom: 9100 + 900 + 499,
      due_amount_atom: 10499,
      line_items: [
        { description: 'Frame', price_id: null, quantity: 2, unit_amount_atom: 4550 },
        { description: 'Basic print kit', price_id: 'price_basic', amount_total_atom: 900 },
        { description: 'Postage', unit_amount_atom: 499 },
      ],
      billing_reason: null,
      metadata: { order: '7' },
    });
    const said = { name: 'Frame', description: 'Oak, 30 × 40', unit_amount: 45.5 };
    const lines = [
      { ...said, metadata: { sku: 'F-1' } },
      { price_id: 'price_basic', description: 'As agreed' },
      { description: 'Postage', amount: 5 },
      { name: 'Card', description: '', amount: 1 },
      { description: ' ', amount: 1 },
    ];
    expect((await shop.draft({ ...least, items: lines })).line_items).toMatchObject([
      { name: 'Frame', description: 'Oak, 30 × 40', metadata: { sku: 'F-1' } },
      { name: 'Basic print kit', description: 'As agreed', metadata: {} },
      { name: 'Postage', description: 'Postage' },
      { name: 'Card', description: 'Card' },
      { name: 'Item', description: 'Item' },
    ]);
    const yen = { ...least, currency: 'jpy', items: [{ unit_amount: 500 }] };
    expect((await shop.draft(yen)).total_amount_atom).toBe(500);
    const dinar = { ...least, currency: 'kwd', items: [{ unit_amount: 1.005 }] };
    expect((await shop.draft(dinar)).total_amount_atom).toBe(1005);
    const { id } = await shop.draft({ ...sent, items: [{ name: 'A gift', unit_amount: 0 }] });
    expect(await shop.done(id, 'finalize')).toMatchObject({ status: 'paid', out_of_band: false });
  });

  test.each(transport.part(broken))('%j is refused where it stands', async (body, loc) => {
    const reply = await createShop().api('POST', '/invoices', { ...least, ...body });
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, ['body', ...loc]]);
  });

  test('finalizing charges the saved card; without one it stays open and is tried again', async () => {
    const shop = createShop();
    const first = await shop.draft();
    expect(await shop.done(first.id, 'finalize')).toMatchObject({
      status: 'open',
      attempt_count: 1,
    });
    const method = await saveCard(shop);
    const second = await shop.done((await shop.draft()).id, 'finalize');
    expect(second).toMatchObject({ status: 'paid', paid_amount_atom: 9100, out_of_band: false });
    const intent = await shop.api('GET', `/payment-intents/${second.payment_intent_id ?? ''}`);
    expect(JSON.parse(intent.text)).toMatchObject({
      payment_method_id: method,
      status: 'succeeded',
    });
    await shop.advance('4d');
    const reply = await shop.api('GET', `/invoices/${first.id}`);
    expect(parse(invoiceSchema, reply).status).toBe('paid');
  });

  test('a bill that is sent waits for its day, is past due after it, and can be paid then', async () => {
    const shop = createShop();
    await shop.control('POST', '/clock', { freeze: true, now: '2030-01-01T00:00:00Z' });
    const { id } = await shop.draft({ ...sent, due_date: '2030-01-15T00:00:00Z' });
    expect(await shop.done(id, 'finalize')).toMatchObject({ status: 'open', attempt_count: 0 });
    await shop.advance('14d');
    const overdue = parse(invoiceSchema, await shop.api('GET', `/invoices/${id}`));
    expect(overdue.status).toBe('past_due');
    const bare = await shop.act(id, 'pay', {});
    expect(asProblem(bare).errors?.[0]?.type).toBe('missing');
    const bad = await saveCard(shop, '4000000000009995');
    const refused = await shop.act(id, 'pay', { payment_method_id: bad });
    expect(asProblem(refused)).toMatchObject({
      status: 402,
      decline_code: 'insufficient_funds',
      recoverable: true,
    });
    const good = await saveCard(shop);
    expect(await shop.done(id, 'pay', { payment_method_id: good })).toMatchObject({
      status: 'paid',
      due_amount_atom: 0,
    });
  });

  test('what has ended stays as it is', async () => {
    const shop = createShop();
    const { id } = await shop.draft(sent);
    expect((await shop.done(id, 'void')).status).toBe('void');
    expect((await shop.done(id, 'void')).due_amount_atom).toBe(0);
    for (const action of ['finalize', 'pay', 'mark-uncollectible']) {
      const reply = await shop.act(id, action);
      expect([action, reply.status, asProblem(reply).code]).toEqual([
        action,
        409,
        'invoice_status',
      ]);
    }
    const other = await shop.draft(sent);
    expect((await shop.act(other.id, 'pay')).status).toBe(409);
    await shop.done(other.id, 'finalize');
    expect((await shop.done(other.id, 'mark-uncollectible')).status).toBe('uncollectible');
    expect((await shop.done(other.id, 'pay', { out_of_band: true })).status).toBe('paid');
    const states = 'draft, open, past_due or uncollectible';
    expect(asProblem(await shop.act(other.id, 'void'))).toMatchObject({
      status: 409,
      detail: `An invoice that is paid cannot be voided: it must be ${states}.`,
    });
    const { data } = parse(eventsSchema, await shop.api('GET', '/events?limit=100'));
    expect(data.map(({ type }) => type).filter((type) => type !== 'invoice.created')).toEqual([
      'invoice.paid',
      'invoice.uncollectible',
      'invoice.finalized',
      'invoice.voided',
    ]);
  });
});
