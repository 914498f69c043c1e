import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PaymentKitError, type PaymentKitErrorCode } from 'paymentkit-js';
import { describe, expect, test } from 'vitest';
import { en } from '../../mock-server/hosted-page/texts/en.ts';
import { testCards } from '../../mock-server/domain/cards/testCards.ts';
import { frameTexts, ladderTexts, overlayTexts } from '../../src/checkout/options/CheckoutTexts.ts';
import { root } from '../root.ts';
import { readNames } from './readNames.ts';
import { readPage, tableOf } from './readPage.ts';

/** The first word in code of each cell in a column. */
function wordsIn(file: string, table: string): readonly string[] {
  return tableOf(readPage(file), table).rows.map(
    ([cell = '']) => /`([^`]+)`/.exec(cell)?.[1] ?? '',
  );
}

/** Every string in a catalogue of texts, however deep. */
function sentencesIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return Object.values(texts as object).flatMap(sentencesIn);
}

describe('errors', () => {
  const file = 'docs/reference/errors.md';
  const codes = readNames(
    'errors/PaymentKitErrorCode.ts',
    'PaymentKitErrorCode',
    'PaymentKitErrorCode',
  );

  test('the table lists every code', () => {
    expect([...wordsIn(file, 'Code')].sort()).toEqual(codes);
  });

  test('every code has a section, in the order of the table', () => {
    expect(readPage(file).headings.slice(1)).toEqual(wordsIn(file, 'Code'));
  });

  test('the table says truly what is recoverable', () => {
    for (const [cell = '', recoverable = ''] of tableOf(readPage(file), 'Code').rows) {
      const code = /`([^`]+)`/.exec(cell)?.[1] as PaymentKitErrorCode;
      const expected = new PaymentKitError(code, '').recoverable ? 'yes' : 'no';
      expect(`${code}: ${recoverable}`).toBe(`${code}: ${expected}`);
    }
  });

  test('an error names its section', () => {
    const { docUrl } = new PaymentKitError('network', '');
    expect(docUrl).toBe('https://docs.paymentkit.com/paymentkit-js/errors#network');
  });
});

test('the events are those of the code', () => {
  const names = readNames(
    'checkout/options/CheckoutEvents.ts',
    'CheckoutEventMap',
    'keyof CheckoutEventMap',
  );
  expect([...wordsIn('docs/reference/events.md', 'Event')].sort()).toEqual(names);
});

test('the reasons of a decline are those of the code', () => {
  const names = readNames('protocol/HostedMessage.ts', 'DeclineReason', 'DeclineReason');
  expect([...wordsIn('docs/reference/events.md', 'Reason')].sort()).toEqual(names);
});

test('the warnings are those of the code', () => {
  const names = readNames(
    'checkout/options/CheckoutEvents.ts',
    'CheckoutWarningCode',
    'CheckoutWarningCode',
  );
  expect([...wordsIn('docs/reference/events.md', 'Code')].sort()).toEqual(names);
});

test('the checks of a diagnosis are those of the code', () => {
  const names = readNames('diagnose/Diagnosis.ts', 'DiagnosisCheck', 'DiagnosisCheck');
  expect([...wordsIn('docs/guides/diagnosing.md', 'Check')].sort()).toEqual(names);
});

test('the steps and members of the test kit are those of the code', () => {
  const page = readPage('docs/guides/testing-your-page.md');
  const told = ['Step', 'Member'].flatMap((table) =>
    tableOf(page, table).rows.flatMap(([cell = '']) =>
      [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name),
    ),
  );
  const names = readNames('testing/TestCheckout.ts', 'TestCheckout', 'keyof TestCheckout');
  expect(told.sort()).toEqual(names);
});

test('the events of webhooks are those of the code', () => {
  const names = readNames('webhooks/WebhookEvent.ts', 'WebhookEventType', 'WebhookEventType');
  expect([...wordsIn('docs/guides/webhooks.md', 'Event')].sort()).toEqual(names);
});

test.each([
  ['mountCheckout', 'checkout/options/CheckoutOptions.ts', 'CheckoutOptions'],
  ['redirectToCheckout', 'checkout/redirectToCheckout.ts', 'RedirectOptions'],
  ['handleCheckoutReturn', 'return/handleCheckoutReturn.ts', 'CheckoutReturnOptions'],
  ['waitForCompletion', 'session/waitForCompletion.ts', 'WaitForCompletionOptions'],
  ['retrieveSession', 'session/retrieveSession.ts', 'RetrieveSessionOptions'],
  ['diagnoseCheckout', 'diagnose/diagnoseCheckout.ts', 'DiagnoseOptions'],
  ['verifyWebhook', 'webhooks/verifyWebhook.ts', 'VerifyWebhookOptions'],
  ['completion', 'return/resolveCompletion.ts', 'CompletionEndpoint'],
])('the options of %s are those of the code', (name, from, type) => {
  const names = readNames(from, type, `keyof ${type}`).filter((option) => !/^on[A-Z]/.test(option));
  const listed = wordsIn('docs/reference/options.md', `Option of \`${name}\``);
  expect([...listed].filter((option) => option !== 'onReady').sort()).toEqual(names);
});

test.each([
  ['openCheckout', 'checkout/options/OverlayOptions.ts', 'OverlayOptions'],
  ['prepareCheckout', 'checkout/prepareCheckout.ts', 'PrepareOptions'],
])('%s takes the options that are listed besides those of mountCheckout', (name, from, type) => {
  const known = readNames(
    'checkout/options/CheckoutOptions.ts',
    'CheckoutOptions',
    'keyof CheckoutOptions',
  );
  const names = readNames(from, type, `keyof ${type}`);
  expect([...wordsIn('docs/reference/options.md', `Option of \`${name}\``)]).toEqual(
    names.filter((option) => !known.includes(option)),
  );
});

test('startCheckout takes the options that are listed besides those of openCheckout', () => {
  const known = readNames(
    'checkout/options/OverlayOptions.ts',
    'OverlayOptions',
    'keyof OverlayOptions',
  );
  const names = readNames('checkout/options/StartOptions.ts', 'StartOptions', 'keyof StartOptions');
  expect([...wordsIn('docs/reference/options.md', 'Option of `startCheckout`')].sort()).toEqual(
    names.filter((name) => !known.includes(name)),
  );
});

test('the texts are those of the code', () => {
  const rows = tableOf(readPage('docs/reference/options.md'), 'Text').rows;
  const texts = Object.entries({ ...frameTexts, ...ladderTexts, ...overlayTexts });
  expect(rows).toEqual(texts.map(([name, text]) => [`\`${name}\``, text]));
});

test('the attributes of the script tag are those of the code', () => {
  const code = readFileSync(path.join(root, 'src/global.ts'), 'utf8');
  const read = [...code.matchAll(/read\('(\w+)'\)/g)].map(([, name = '']) => name);
  const names = ['checkout', ...read].map((name) => `data-paymentkit-${name}`);
  expect([...wordsIn('docs/guides/script-tag.md', 'Attribute')].sort()).toEqual(names.sort());
});

test('the members of the handle are those of the code', () => {
  const names = readNames('checkout/run/Checkout.ts', 'Checkout', 'keyof Checkout');
  const listed = wordsIn('docs/reference/options.md', 'Member of the handle');
  expect(listed.map((word) => word.replace(/\(.*/, '')).sort()).toEqual(names);
});

test('the phases are those of the code', () => {
  const names = readNames('checkout/run/mayFollow.ts', 'CheckoutPhase', 'CheckoutPhase');
  expect([...wordsIn('docs/reference/events.md', 'Phase')].sort()).toEqual(names);
});

test('the messages are those of the code', () => {
  const names = [
    ...readNames('protocol/HostedMessage.ts', 'HostedMessage', "HostedMessage['t']"),
    ...readNames('protocol/MerchantMessage.ts', 'MerchantMessage', "MerchantMessage['t']"),
  ];
  expect([...wordsIn('docs/reference/protocol.md', 'Message')].sort()).toEqual(names.sort());
});

test('the test cards are those of the code, with the codes of their declines', () => {
  const listed = tableOf(readPage('docs/reference/test-cards.md'), 'Number').rows.map((row) => ({
    number: row[0]?.replace(/\D/g, ''),
    code: /`([^`]+)`/.exec(row[2] ?? '')?.[1],
  }));
  expect(listed).toEqual(
    testCards.map(({ number, outcome }) => ({
      number,
      code: 'code' in outcome ? outcome.code : undefined,
    })),
  );
});

test('the names for tests are words of the hosted page', () => {
  const page = readPage('docs/guides/accessibility.md');
  const names = tableOf(page, 'What').rows.flatMap(([, cell = '']) =>
    [...cell.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  );
  const words = sentencesIn(en).map((text) => text.replace(/\{\w+\}/g, '*'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(words).toContain(name.replace(/( per)? <\w+>/g, ' *'));
});
