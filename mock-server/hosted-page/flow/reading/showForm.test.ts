// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { showFailed } from './showForm.ts';

const fail = (code: string): string => {
  const { flow } = screenFixture({});
  showFailed(flow, code);
  return document.body.textContent;
};

test('a page that has read nothing does not say whether anything was paid, here or elsewhere', () => {
  const text = fail('network');
  expect(text).toContain('If you have paid already, this page will say so.');
  expect(text).not.toContain('not been charged');
});

test('what a second try cannot mend sends back to the shop', () => {
  const text = fail('token_rejected');
  expect(text).toContain('Go back to the shop and start again.');
  expect(text).not.toContain('this page will say so');
  expect(document.querySelector('button')).toBeNull();
});
