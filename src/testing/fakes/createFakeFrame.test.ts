// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from './createFakeClock.ts';
import { createFakeFrame } from './createFakeFrame.ts';
import { createFakePopup } from './createFakePopup.ts';
import { createFakeWindow } from './createFakeWindow.ts';
import { nextTask } from '../fixtures/nextTask.ts';

afterEach(() => document.body.replaceChildren());

const address = 'https://pay.example/embed/x#pk=1&n=n&o=https%3A%2F%2Fshop.example';

describe('a frame', () => {
  const open = () => {
    const merchant = createFakeWindow();
    const frame = createFakeFrame(document.createElement('div'), merchant);
    frame.element.src = address;
    const heard: unknown[] = [];
    merchant.addEventListener('message', ({ data }: { data: unknown }) => void heard.push(data));
    return { frame, heard };
  };

  test('has a window only in the page, and loads after it has said hello', async () => {
    const { frame, heard } = open();
    expect(frame.element.contentWindow).toBeNull();
    document.body.append(frame.element);
    expect(frame.element.contentWindow).toBe(frame.window);
    const order: string[] = [];
    frame.element.addEventListener('load', () => void order.push(`load ${heard.length}`));
    frame.load();
    await nextTask();
    expect(order).toEqual(['load 1']);
    expect(heard).toEqual([expect.objectContaining({ t: 'h:hello' })]);
  });

  test('says nothing to a page whose origin it does not allow', async () => {
    const { frame, heard } = open();
    document.body.append(frame.element);
    frame.load(['https://other.example']);
    await nextTask();
    expect(heard).toEqual([]);
  });
});

describe('a window', () => {
  const open = () => {
    const clock = createFakeClock(nextTask);
    const popup = createFakePopup(document, 'popup', createFakeWindow(), clock);
    popup.window.location.replace(address);
    return popup;
  };

  test('that is cut off seems closed to its page, which can close it no more', () => {
    const popup = open();
    popup.cut();
    expect([popup.window.closed, popup.closed]).toEqual([true, false]);
    popup.window.close();
    expect(popup.closed).toBe(false);
    popup.close();
    expect(popup.closed).toBe(true);
  });

  test('is closed and brought to the front by its page', () => {
    const popup = open();
    popup.window.focus();
    popup.window.close();
    expect([popup.focused, popup.closed, popup.window.closed]).toEqual([1, true, true]);
  });
});
