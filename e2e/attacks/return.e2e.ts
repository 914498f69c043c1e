import { expect, test } from '../harness/test.ts';

/** What another script of the shop's origin may have written where the SDK keeps its record. */
const records: readonly (readonly [name: string, record: string])[] = [
  ['no JSON', '{'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a number', '7'],
  ['a script for a host', '{"at":NOW,"host":"javascript:alert(1)//","token":"cst_evil"}'],
  ['a user for a host', '{"at":NOW,"host":"https://pay.localhost@EVIL","token":"cst_evil"}'],
  ['plain http', '{"at":NOW,"host":"http://EVIL.example","token":"cst_evil"}'],
  ['a key for a token', '{"at":NOW,"host":"PAY","token":"sk_live_1"}'],
  ['a path for a token', '{"at":NOW,"host":"PAY","token":"../dashboard"}'],
  ['an object for a token', '{"at":NOW,"host":"PAY","token":{"a":1}}'],
  [
    'an end of another page',
    '{"at":NOW,"outcome":"completed","id":"cs_evil","page":"https://other.example/"}',
  ],
  ['a time to come, and no token', '{"at":9e15,"host":"PAY"}'],
  ['a prototype', '{"at":NOW,"__proto__":{"outcome":"completed","token":"cst_evil"}}'],
  ['a megabyte', `{"at":NOW,"x":"${'x'.repeat(1_000_000)}"}`],
];

test('a record of a return that the SDK did not write is none: nobody is asked, and nothing is completed (threats 32, 35)', async ({
  page,
  servers,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  const evil = new URL(servers.site.url('evil')).host;
  for (const [name, record] of records) {
    await page.goto(servers.site.url('shop', '/success'));
    const text = record
      .replace('NOW', String(Date.now()))
      .replace('PAY', servers.pay)
      .replace('EVIL', evil);
    const answer = await page.evaluate(async (kept) => {
      sessionStorage.setItem('paymentkit:checkout', kept);
      return window.shop.PaymentKit.handleCheckoutReturn().then(
        (found) => found?.outcome,
        (error: unknown) => Reflect.get(error as object, 'code') as unknown,
      );
    }, text);
    expect([undefined, 'invalid_option', 'unknown'], name).toContain(answer);
  }
  expect(asked.filter((url) => url.includes('evil') || url.includes('/api/'))).toEqual([]);
  expect(errors).toEqual([]);
});
