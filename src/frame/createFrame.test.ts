import { expect, test } from 'vitest';
import type { Platform } from '../platform/Platform.ts';
import { createFrame } from './createFrame.ts';

const host = 'https://pay.example';
const made = (page: { readonly crossOriginIsolated?: boolean }): object =>
  createFrame(
    { ...page, document: { createElement: () => ({}) } } as unknown as Platform,
    host,
    `${host}/embed/x`,
    'Checkout',
  );

test('a frame may run its page, and neither take this one away nor lend what it was lent', () => {
  expect(made({})).toEqual({
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups',
    allow: `payment ${host}; publickey-credentials-get ${host}`,
    referrerPolicy: 'strict-origin',
    title: 'Checkout',
    credentialless: false,
    src: `${host}/embed/x`,
  });
});

test('a page that is isolated shows it without credentials, which the hosted page has no use for', () => {
  expect(made({ crossOriginIsolated: true })).toMatchObject({ credentialless: true });
  expect(made({ crossOriginIsolated: false })).toMatchObject({ credentialless: false });
});
