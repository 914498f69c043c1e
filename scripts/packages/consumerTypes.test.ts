import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';

/** What a merchant writes, with every entry of the package. */
const consumer = `
import { isPaymentKitError, mountCheckout, retrieveSession } from 'paymentkit-js';
import { diagnoseCheckout } from 'paymentkit-js/diagnose';
import type { PaymentKitCheckoutElement } from 'paymentkit-js/element';
import 'paymentkit-js/element/define';
import { connectMerchantPage } from 'paymentkit-js/hosted';
import { PaymentKitCheckout } from 'paymentkit-js/react';
import { createTestCheckout } from 'paymentkit-js/testing';
import { verifyWebhook } from 'paymentkit-js/webhooks';

export const entries = [connectMerchantPage, createTestCheckout, diagnoseCheckout, PaymentKitCheckout];

export const element: PaymentKitCheckoutElement = document.createElement('paymentkit-checkout');
element.addEventListener('paymentkit:complete', ({ detail }) => detail.session.id.trim());

/** From where a token may be missing. */
export const mount = (secureToken: string | undefined) =>
  mountCheckout('#checkout', { secureToken, onDecline: ({ reason }) => reason.trim() });

export async function read(token: string): Promise<'paid' | 'later' | 'never'> {
  try {
    return (await retrieveSession(token)).state === 'completed' ? 'paid' : 'later';
  } catch (error) {
    if (isPaymentKitError(error) && error.code === 'network') return 'later';
    return 'never';
  }
}

export async function hear(request: Request): Promise<string | null> {
  const event = await verifyWebhook(await request.text(), request.headers, ['next', 'current']);
  return event.type === 'invoice.paid' ? event.data.object.paid_at : null;
}
`;

/** The component and the element, as React's compiler sees them. */
const react = `
import type {} from 'paymentkit-js/react';
import { PaymentKitCheckout } from 'paymentkit-js/react';

export const Component = () => (
  <PaymentKitCheckout secureToken="cst_1" role="region" aria-label="Payment" data-testid="pay" ref={null} />
);
export const Element = () => (
  <paymentkit-checkout
    secure-token="cst_1"
    completion={{ endpoint: '/paid' }}
    ref={(element) => element?.checkout?.focus()}
    onpaymentkit:complete={({ detail }) => detail.session.id.trim()}
  />
);
// @ts-expect-error a theme is one of three
export const Wrong = () => <paymentkit-checkout appearance={{ theme: 'blue' }} />;
`;

/** What a server asks of the entries, without any document. */
const server = `
import { checkoutUrl, retrieveSession } from 'paymentkit-js';
import { verifyWebhook } from 'paymentkit-js/webhooks';

export const share = async (token: string): Promise<string> =>
  (await retrieveSession(token)).state === 'open' ? checkoutUrl(token) : '';

export const hear = async (request: Request): Promise<string> =>
  (await verifyWebhook(await request.text(), request.headers, 'secret')).type;
`;

let project: string;

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'paymentkit-types-'));
  mkdirSync(path.join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, path.join(project, 'node_modules/paymentkit-js'), 'junction');
  for (const name of ['@types/react', '@types/node', 'undici-types']) {
    const types = path.join('node_modules', name);
    symlinkSync(path.join(root, types), path.join(project, types), 'junction');
  }
  writeFileSync(path.join(project, 'package.json'), '{"type": "module"}');
  writeFileSync(path.join(project, 'shop.ts'), consumer);
  writeFileSync(path.join(project, 'pay.tsx'), react);
  writeFileSync(path.join(project, 'server.ts'), server);
});

afterAll(() => {
  rmSync(project, { recursive: true });
});

const strictest = {
  ...{ target: 'ES2022', strict: true, exactOptionalPropertyTypes: true, jsx: 'react-jsx' },
  ...{ noUncheckedIndexedAccess: true, isolatedModules: true, verbatimModuleSyntax: true },
  // The compiler's own libraries are no merchant's business.
  ...{ skipLibCheck: false, skipDefaultLibCheck: true, noEmit: true },
};

/** What the compiler says to files. */
async function compile(name: string, files: readonly string[], options: object): Promise<string> {
  const config = path.join(project, `${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...strictest, ...options }, files }));
  const tsc = path.join(root, 'node_modules/@typescript/native/bin/tsc');
  return (await runCommand('node', [tsc, '--project', config])).output;
}

test.each([
  ['bundler', 'ESNext'],
  ['NodeNext', 'NodeNext'],
])('a merchant’s strictest compiler takes the types, resolved as %s does', async (name, module) => {
  const page = { lib: ['ES2022', 'DOM'], types: [], module, moduleResolution: name };
  expect(await compile(name, ['shop.ts', 'pay.tsx'], page)).toBe('');
});

test('so does that of a server, which knows no document', async () => {
  const node = { lib: ['ES2022'], types: ['node'], module: 'NodeNext' };
  expect(await compile('server', ['server.ts'], node)).toBe('');
});
