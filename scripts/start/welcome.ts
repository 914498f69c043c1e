import { styleText } from 'node:util';

interface Running {
  readonly shop: string;
  readonly paymentkit: string;
}

const cards = [
  ['4242 4242 4242 4242', 'is paid'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 3220', 'asks for 3-D Secure, and you answer'],
] as const;

/** What to open and what to try, as `npm start` prints it. */
export function welcome({ shop, paymentkit }: Running): string {
  const bold = (text: string): string => styleText('bold', text);
  const dim = (text: string): string => styleText('dim', text);
  const dashboard = `${paymentkit}/dashboard`;
  const link = (text: string): string =>
    styleText(['cyan', 'underline'], text) +
    ' '.repeat(Math.max(0, dashboard.length - text.length));
  return [
    '',
    `  ${bold('PaymentKit.js is running')}`,
    '',
    `  ${bold('Open')}   ${link(shop)}   ${dim('a shop with every way to pay')}`,
    `         ${link(dashboard)}   ${dim('its payments, as PaymentKit sees them')}`,
    '',
    `  ${bold('Pay')}    ${dim('with any future date, any security code')}`,
    ...cards.map(([number, outcome]) => `         ${number}   ${dim(outcome)}`),
    '',
    `  ${bold('Make a checkout session yourself')}, then open its ${bold('url')}`,
    '',
    `  curl -X POST ${paymentkit}/api/acc_dev_demo/checkout-sessions \\`,
    `    -H "Authorization: Bearer sk_test_demo" \\`,
    `    -H "Content-Type: application/json" \\`,
    `    -d '{"line_items": [{"price_id": "price_xyz", "quantity": 1}],`,
    `         "success_url": "${shop}",`,
    `         "return_url": "${shop}"}'`,
    '',
    `  ${dim('Ctrl-C stops everything.')}`,
    '',
  ].join('\n');
}
