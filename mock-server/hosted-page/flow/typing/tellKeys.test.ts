// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { tellKeys } from './tellKeys.ts';

const press = (key: string, used: boolean): void => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  if (used) event.preventDefault();
  window.dispatchEvent(event);
};

test('the shop hears once that something was typed, and of each Escape that nothing here used', () => {
  const { flow, sent } = flowFixture({});
  tellKeys(flow);
  window.dispatchEvent(new Event('input'));
  window.dispatchEvent(new Event('input'));
  press('a', false);
  press('Escape', true);
  press('Escape', false);
  expect(sent).toEqual([{ t: 'h:edited' }, { t: 'h:escape' }]);
});
