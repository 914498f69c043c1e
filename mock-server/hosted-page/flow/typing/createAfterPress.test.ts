// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createAfterPress } from './createAfterPress.ts';

const point = (type: string): void => {
  window.dispatchEvent(new Event(type));
};
/** A task later: the click of a press comes first. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test.each(['pointerup', 'pointercancel'])(
  'what would move a button waits until the press on it is over: %s',
  async (over) => {
    const afterPress = createAfterPress();
    const ran: string[] = [];
    point('pointerdown');
    afterPress(() => ran.push('error opens'));
    expect(ran).toEqual([]);
    point(over);
    ran.push('click');
    await turn();
    expect(ran).toEqual(['click', 'error opens']);
  },
);

test('without a press it happens at once', () => {
  const ran: string[] = [];
  createAfterPress()(() => ran.push('error opens'));
  expect(ran).toEqual(['error opens']);
});
