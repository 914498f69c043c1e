import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import { createStore as createAnyStore, type Store } from '../store/createStore.ts';
import type { Persistence } from '../store/Persistence.ts';
import type { AccountRecords } from '../store/records/AccountRecords.ts';
import { readSeed } from './readSeed.ts';

const createStore = () => createAnyStore({ realTime: () => 0, tasks: checkoutTasks });

const origin = 'http://127.0.0.1:4242';

const plant = (store: Store, value: unknown) =>
  readSeed(JSON.stringify(value, undefined, 2), 'shop.json')(store, origin);

/** Everything in every account there is. */
const contents = (store: Store): unknown =>
  [...store.accounts()].map(({ id, records }) => {
    const collections = Object.values<AccountRecords[keyof AccountRecords]>({ ...records });
    return [id, collections.map((collection) => [...collection.values()])];
  });

/** A file of `--data`, in memory. */
function createKeeping() {
  const kept = new Map<string, Map<string, unknown>>();
  const persistence: Persistence = {
    load: () => new Map(),
    save(id, changes) {
      const things = kept.get(id) ?? new Map<string, unknown>();
      for (const { kind, id: name, value } of changes) things.set(`${kind} ${name}`, value);
      kept.set(id, things);
    },
    forget: (id) => void kept.delete(id),
    close: () => undefined,
  };
  return { kept, persistence };
}

const shop = {
  'promotion-codes': [{ id: 'promo_x', code: 'WELCOME', coupon_id: 'coupon_x' }],
  prices: [{ id: 'price_x', product_id: 'prod_x', currency: 'usd', unit_amount_atom: 100 }],
  products: [{ id: 'prod_x', name: 'X', custom_fields: { size: 'A3' } }],
  coupons: [{ id: 'coupon_x', percent_off: 10 }],
  customers: [{ id: 'cus_x', email: 'sam@shop.example' }],
  'custom-field-definitions': [{ entity: 'product', key: 'size', data_type: 'text' }],
  'processor-routes': [{ id: 'proute_x', name: 'X', processors: [{ processor_id: 'proc_x' }] }],
  processors: [{ id: 'proc_x', name: 'X' }],
  'webhook-endpoints': [{ id: 'we_x', url: 'http://localhost:3000/webhooks' }],
};

test('records are added to their accounts, whatever their order in the file', () => {
  const store = createStore();
  expect(plant(store, { acc_one: shop, acc_two: { products: shop.coupons.slice(1) } })).toEqual({
    added: 9,
    left: 0,
  });
  const { records } = store.account('acc_one');
  expect(records.prices.get('price_x')).toMatchObject({ unit_amount_atom: 100, active: true });
  expect(records.promotionCodes.byKey('WELCOME')?.coupon_id).toBe('coupon_x');
  expect(records.webhookEndpoints.get('we_x')?.secret).toMatch(/^whsec_/);
  expect(store.account('acc_two').records.prices.get('price_x')).toBeUndefined();
});

const session = (more: object) => ({
  success_url: 'https://shop.example/thanks',
  return_url: 'https://shop.example/cart',
  line_items: [{ price_id: 'price_x', quantity: 2 }],
  ...more,
});

test('checkout sessions are there with their pages, and have ended as the file says', () => {
  const store = createStore();
  const sessions = [
    session({ id: 'cs_open' }),
    session({ id: 'cs_paid', outcome: 'complete' }),
    session({ id: 'cs_asked', outcome: 'challenge' }),
  ];
  plant(store, { acc_one: { ...shop, 'checkout-sessions': sessions } });
  const { records } = store.account('acc_one');
  const open = records.sessions.get('cs_open');
  expect(open).toMatchObject({ state: 'open', amount_total_atom: 200 });
  expect(open?.url).toBe(`${origin}/checkout/${open?.secure_token ?? ''}`);
  expect(store.findSession(open?.handle ?? '')?.session.id).toBe('cs_open');
  const paid = records.sessions.get('cs_paid');
  expect(paid?.state).toBe('completed');
  expect(records.invoices.get(paid?.invoice_id ?? '')?.status).toBe('paid');
  const [attempt = ''] = records.sessions.get('cs_asked')?.payment_ids ?? [];
  const challenge = records.payments.get(attempt)?.challenge_id;
  expect(store.findChallenge(challenge ?? '')?.payment.id).toBe(attempt);
});

test.each([
  [{ outcome: 'won' }, 'acc_one.checkout-sessions.0.outcome: Give "complete", "decline"'],
  [{ mode: 'rent' }, 'acc_one.checkout-sessions.0.mode: Give "payment", also for'],
  [{ customer_id: 'cus_none' }, 'acc_one.checkout-sessions.0.customer_id: There is no such'],
])('a session with %j is refused with its line', (more, message) => {
  const sessions = [session(more)];
  const file = { acc_one: { ...shop, 'checkout-sessions': sessions } };
  expect(() => plant(createStore(), file)).toThrow(message);
});

test('an account that is reset has it all again, and no other account has any of it', () => {
  const store = createStore();
  plant(store, { acc_one: { ...shop, 'checkout-sessions': [session({ id: 'cs_open' })] } });
  const before = store.account('acc_one');
  before.decide(() => {
    before.records.customers.delete('cus_x');
  });
  for (const round of [1, 2]) {
    store.reset('acc_one');
    const { records } = store.account('acc_one');
    expect([round, records.customers.get('cus_x')?.email]).toEqual([round, 'sam@shop.example']);
    expect(records.sessions.get('cs_open')?.state).toBe('open');
  }
  expect(store.account('acc_two').records.customers.get('cus_x')).toBeUndefined();
});

test('what time has made wrong since is left out of an account that is reset', () => {
  const real = { now: 0 };
  const store = createAnyStore({ realTime: () => real.now, tasks: checkoutTasks });
  const coupons = [{ id: 'coupon_x', percent_off: 10, redeem_by: '1970-01-02T00:00:00Z' }];
  const sessions = [session({ id: 'cs_cheap', coupon_id: 'coupon_x' }), session({ id: 'cs_open' })];
  plant(store, { acc_one: { ...shop, coupons, 'checkout-sessions': sessions } });
  expect(store.account('acc_one').records.sessions.get('cs_cheap')?.amount_total_atom).toBe(180);
  real.now = Date.parse('1970-01-03T00:00:00Z');
  store.reset('acc_one');
  const { records } = store.account('acc_one');
  expect(records.sessions.get('cs_cheap')).toBeUndefined();
  expect(records.sessions.get('cs_open')?.state).toBe('open');
});

test('nobody is told of what an account begins with', () => {
  const store = createStore();
  plant(store, { acc_one: shop });
  expect(store.account('acc_one').records.events.size).toBe(0);
});

test('what is there already is left as it is', () => {
  const store = createStore();
  plant(store, { acc_one: { products: [{ id: 'prod_x', name: 'First' }] } });
  const products = [{ id: 'prod_x', name: 'Second' }, { name: 'Third' }];
  expect(plant(store, { acc_one: { products } })).toEqual({ added: 1, left: 1 });
  expect(store.account('acc_one').records.products.get('prod_x')?.name).toBe('First');
  const given = [session({ id: 'cs_open', line_items: [] })];
  const sessions = { acc_one: { 'checkout-sessions': given } };
  plant(store, sessions);
  const token = store.account('acc_one').records.sessions.get('cs_open')?.secure_token;
  expect(plant(store, sessions).added).toBe(0);
  expect(store.account('acc_one').records.sessions.get('cs_open')?.secure_token).toBe(token);
});

test('what was given no id has the same one at each start, as long as it is written the same', () => {
  const unnamed = {
    ...{ products: [{ name: 'Twice' }, { name: 'Twice' }, { name: 'Once' }] },
    'promotion-codes': [{ code: 'Mine', coupon_id: 'coupon_dev_save20' }],
    'custom-field-definitions': [{ entity: 'invoice', key: 'note', data_type: 'text' }],
    'checkout-sessions': [
      session({ line_items: [] }),
      session({ line_items: [], outcome: 'expire' }),
    ],
  };
  const store = createStore();
  expect(plant(store, { acc_one: unnamed })).toEqual({ added: 7, left: 0 });
  const before = contents(store);
  expect(plant(store, { acc_one: unnamed })).toEqual({ added: 0, left: 7 });
  expect(contents(store)).toEqual(before);
  const { records } = store.account('acc_one');
  expect([...records.products.values()].at(-1)?.id).toMatch(/^prod_dev_[a-z0-9]{16}$/);
  const changed = {
    products: [{ name: 'Once', description: 'A4' }],
    'promotion-codes': [{ code: 'MINE', coupon_id: 'coupon_dev_save20', active: false }],
    'custom-field-definitions': [{ entity: 'invoice', key: 'note', data_type: 'number' }],
    'checkout-sessions': [session({ line_items: [], outcome: 'complete' })],
  };
  expect(plant(store, { acc_one: changed })).toEqual({ added: 2, left: 2 });
});

test.each([
  ['{\n"acc_one": {\n"products": [,]\n}\n}', 'line 3  This is not JSON: value expected'],
  ['{\n// mine\n}', 'line 2  This is not JSON: invalid comment token'],
  ['{"acc_one": {}\n', 'line 2  This is not JSON: close brace expected'],
  ['', 'line 1  This is not JSON: value expected'],
  ['\n\n[]', 'line 3  Give an object, not a list'],
  ['{\n"acc_one": {},\n"acc_one": {}\n}', 'line 3  This name stands above already'],
  ['{\n"an account": {}\n}', 'line 2  an account: This is not an account id.'],
  ['{\n"{account_id}": {}\n}', 'line 2  {account_id}: This is not an account id.'],
  ['{\n"checkout": {}\n}', 'line 2  checkout: This is not an account id.'],
  ['{\n"prices": []\n}', 'line 2  prices: This list is in no account. Put it into one'],
  ['{"acc_one": {\n"prizes": []\n}}', 'line 2  acc_one.prizes: This field is not known.'],
  ['{"acc_one": {\n"prices": {}\n}}', 'line 2  acc_one.prices: Give a list, not an object'],
  [
    '{"acc_one": {"products": [\n{},\n5]}}',
    'line 3  acc_one.products.1: Give an object, not a number',
  ],
  ['{"acc_one": {"products": [\n{}]}}', 'line 2  acc_one.products.0.name: This is missing.'],
  [
    '{"acc_one": {"products": [{\n"id": "a b",\n"name": "X"}]}}',
    'line 2  acc_one.products.0.id: Give 1 to 64 letters, digits, hyphens or underscores',
  ],
  [
    '{"acc_one": {"coupons": [\n{"id": "a", "percent_off": 5},\n{"id": "a", "percent_off": 6}]}}',
    'line 3  acc_one.coupons.1.id: Another one above has this id',
  ],
  [
    '{"acc_one": {"promotion-codes": [\n{"code": "save20", "coupon_id": "coupon_dev_save20"}]}}',
    'line 2  acc_one.promotion-codes.0.code: Promotion code promo_dev_save20 has this code already',
  ],
])('%j is refused: %s', (text, message) => {
  const store = createStore();
  expect(() => readSeed(text, 'shop.json')(store, origin)).toThrow(message);
  expect([...store.accounts()]).toEqual([]);
});

test('every mistake is told, in the order of the file', () => {
  const prices = [
    { product_id: 'prod_no', currency: 'usd', unit_amount_atom: 1 },
    { product_id: 'prod_basic', currency: 'usd', unit_amount_atom: 1 },
    { product_id: 'prod_basic', currency: 'usd', unit_amount_atom: 1, billing_interval: 'day' },
  ];
  expect(() => plant(createStore(), { acc_one: { coupons: [{}], prices } })).toThrow(
    [
      'Failed to seed from shop.json, so nothing of it was added:',
      '  line 4  acc_one.coupons.0.percent_off: Give exactly one of percent_off, amount_off_atom and trial_days_off',
      '  line 8  acc_one.prices.0.product_id: There is no such product in this account: check its id',
      '  line 21  acc_one.prices.2.billing_interval: A one-time price is not due again: leave this out, or give "recurring" as "price_type"',
    ].join('\n'),
  );
});

/** Something of the file made wrong: by the schemas, and by what it refers to. */
const breakages = [
  { products: [...shop.products, { name: '' }] },
  { customers: [{ email: 'nobody' }] },
  { coupons: [{ percent_off: 10, trial_days_off: 3 }] },
  { prices: [{ ...shop.prices[0], product_id: 'prod_no' }] },
  { 'custom-field-definitions': [] },
  { processors: [] },
  { coupons: [] },
];

test('a file with a mistake changes nothing, in whichever account and beside whatever else', () => {
  const place = fc.nat({ max: 3 });
  const accounts = ['acc_there', 'acc_a', 'acc_b', 'acc_c'];
  fc.assert(
    fc.property(
      place,
      fc.constantFrom(...breakages),
      fc.shuffledSubarray(accounts, { minLength: 4 }),
      (at, breakage, order) => {
        const store = createStore();
        const { kept, persistence } = createKeeping();
        store.keepIn(persistence);
        store.account('acc_there');
        const keptBefore = structuredClone(kept);
        const before = contents(store);
        const file = Object.fromEntries(
          order.map((id, index) => [id, index === at ? { ...shop, ...breakage } : shop]),
        );
        expect(() => plant(store, file)).toThrow(`${order[at] ?? ''}.`);
        expect(contents(store)).toEqual(before);
        expect(kept).toEqual(keptBefore);
      },
    ),
    { numRuns: 30 },
  );
});

test('text that is cut off anywhere is refused with a line of it', () => {
  const text = JSON.stringify({ acc_one: shop }, undefined, 1);
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), (end) => {
      const cut = text.slice(0, end);
      expect(() => readSeed(cut, 'shop.json')).toThrow(/^ {2}line \d+ {2}This is not JSON/m);
    }),
  );
});
