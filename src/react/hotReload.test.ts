// @vitest-environment jsdom
import { act, createElement, type ReactNode, useEffect, useState } from 'react';
import refresh from 'react-refresh/runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TestCheckout } from '../testing/index.ts';
import { frames, openReactPage, type ReactPage } from './fixtures/reactPage.ts';
import { PaymentKitCheckout } from './PaymentKitCheckout.ts';
import { useCheckout } from './useCheckout.ts';

vi.mock('paymentkit-js', () => import('../testing/index.ts'));

// React looks for it when it is loaded.
await vi.hoisted(async () => {
  const { injectIntoGlobalHook } = await import('react-refresh/runtime');
  injectIntoGlobalHook(window);
});

type Component = () => ReactNode;
/** The component as it stands in its module, with what it does when the order is paid. */
type Write = (onComplete: () => void) => Component;

let page: ReactPage;
let shop: TestCheckout;
let place: HTMLElement;
/** The module that is saved: each test has its own, since what it held is compared with what it holds. */
let file = 0;

beforeEach(() => {
  file += 1;
  page = openReactPage();
  ({ shop, place } = page);
});

afterEach(() => page.close());

const options = { secureToken: 'cst_example', redirect: 'never' } as const;

const ways: Readonly<Record<string, Write>> = {
  'the component': (onComplete) => () =>
    createElement(PaymentKitCheckout, { ...options, onComplete }),
  'the hook, in the page': (onComplete) => () =>
    createElement('div', { ref: useCheckout({ ...options, onComplete }).ref }),
  'the hook, over the page': (onComplete) => () => {
    const { open, phase } = useCheckout({ ...options, onComplete });
    const [begun, begin] = useState(false);
    useEffect(() => {
      if (begun) open();
    }, [begun, open]);
    return createElement('button', { onClick: () => begin(true) }, phase);
  },
};

/** Saves the module: what it holds takes the place of what it held. `hooks` is the list of those it calls. */
async function save(component: Component, hooks: string): Promise<void> {
  refresh.register(component, `Pay ${String(file)}`);
  refresh.setSignature(component, hooks);
  await act(async () => void refresh.performReactRefresh());
}

async function start(component: Component): Promise<void> {
  refresh.register(component, `Pay ${String(file)}`);
  refresh.setSignature(component, 'hooks');
  await page.render(createElement(component));
  await act(async () => place.querySelector('button')?.click());
}

const moments: Readonly<Record<string, () => Promise<unknown>>> = {
  'while it loads': () => Promise.resolve(),
  'when it is ready': () => shop.ready(),
  'during a payment': () => shop.challenge(),
};

const table = Object.entries(ways).flatMap(([way, write]) =>
  Object.entries(moments).map(([when, reach]) => ({ way, write, when, reach })),
);

test.each(table)(
  'saved $when, $way keeps its checkout, and the handler saved last hears the end',
  async ({ write, reach }) => {
    const [first, last] = [vi.fn(), vi.fn()];
    await start(write(first));
    await act(reach);
    const { checkout } = shop;
    await save(write(last), 'hooks');
    expect(shop.checkout).toBe(checkout);
    await act(() => shop.complete());
    expect(frames()).toBe(1);
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  },
);

test.each(table)(
  'saved $when with other hooks, $way has one frame, and its end is heard once',
  async ({ write, reach }) => {
    const [first, last] = [vi.fn(), vi.fn()];
    await start(write(first));
    await act(reach);
    const { checkout } = shop;
    await save(write(last), 'others');
    // A dialog is closed with its component: nobody has asked for it since.
    await act(async () => place.querySelector('button')?.click());
    expect(checkout?.phase).toBe('destroyed');
    await act(() => shop.complete());
    expect(frames()).toBe(1);
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
  },
);
