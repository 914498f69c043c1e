// @vitest-environment jsdom
import * as React from 'react';
import { act, createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TestCheckout } from '../testing/index.ts';
import { frames, openReactPage, type ReactPage } from './fixtures/reactPage.ts';
import { PaymentKitCheckout } from './PaymentKitCheckout.ts';
import { useCheckout, type UseCheckout } from './useCheckout.ts';

vi.mock('paymentkit-js', () => import('../testing/index.ts'));

let page: ReactPage;
let shop: TestCheckout;

beforeEach(() => {
  page = openReactPage();
  ({ shop } = page);
});

afterEach(() => page.close());

let state: UseCheckout | undefined;

interface PayProps {
  readonly secureToken?: string | (() => Promise<string>);
  readonly signal?: AbortSignal;
  /** The element that it is in; without one it is opened over the page. */
  readonly place?: string;
}

function Pay({ secureToken = 'cst_example', signal, place }: PayProps): ReactNode {
  state = useCheckout({ secureToken, signal, redirect: 'never' });
  return place && createElement(place, { key: place, ref: state.ref });
}

const pay = (props: PayProps = {}): ReactNode => createElement(Pay, props);
const open = (): void => act(() => void state?.open());
const phases = () => [state?.phase, state?.checkout?.phase];

const { Activity } = React as Partial<typeof React>;

/** Nowhere in React 18, which has no Activity. */
const places: readonly (readonly [string, string?])[] = Activity
  ? [['in the page', 'div'], ['over the page']]
  : [];

test.each(places)(
  'an Activity that hides a checkout %s ends it, and it can begin anew',
  async (_, place) => {
    const within = (mode: 'visible' | 'hidden'): Promise<void> =>
      page.render(
        Activity && createElement(Activity, { mode, children: pay(place ? { place } : {}) }),
      );
    const begin = (): void => {
      if (!place) open();
    };
    await within('hidden');
    expect([frames(), state?.phase]).toEqual([0, 'idle']);
    await within('visible');
    begin();
    await act(() => shop.challenge());
    await within('hidden');
    expect([frames(), ...phases()]).toEqual([0, 'idle', undefined]);
    await within('visible');
    begin();
    await act(() => shop.complete());
    expect([frames(), ...phases()]).toEqual([1, 'completed', 'completed']);
  },
);

test('an element that goes takes the phase with it, but not how it ended', async () => {
  await page.render(pay({ place: 'div' }));
  await act(() => shop.challenge());
  await page.render(pay());
  expect(phases()).toEqual(['idle', undefined]);
  await page.render(pay({ place: 'section' }));
  await act(() => shop.complete());
  await page.render(pay());
  expect([...phases(), state?.session?.state]).toEqual(['completed', undefined, 'completed']);
});

test('an element that is gone is no place for the next session', async () => {
  await page.render(pay({ place: 'div' }));
  await act(() => shop.ready());
  const { checkout } = shop;
  await page.render(pay());
  await page.render(pay({ secureToken: 'cst_another' }));
  expect([shop.checkout === checkout, ...phases()]).toEqual([true, 'idle', undefined]);
  await page.render(pay({ secureToken: 'cst_another', place: 'section' }));
  expect(phases()).toEqual(['loading', 'loading']);
});

test('an error that nobody can try again stays to be rendered', async () => {
  await page.render(pay({ place: 'div', secureToken: () => Promise.resolve('cs_an_id') }));
  await act(() => shop.advance(0));
  expect([...phases(), state?.error?.code]).toEqual(['failed', 'failed', 'invalid_option']);
});

test('an end by the page’s own hand is rendered, and the end of one before is not', async () => {
  const stop = new AbortController();
  await page.render(pay({ place: 'div', signal: stop.signal }));
  await act(() => shop.ready());
  await page.render(pay({ place: 'div', signal: stop.signal, secureToken: 'cst_another' }));
  expect(phases()).toEqual(['loading', 'loading']);
  await act(() => shop.ready());
  await act(async () => stop.abort());
  expect(phases()).toEqual(['destroyed', 'destroyed']);
});

test('a dialog for each session, and all of them go with the component', async () => {
  await page.render(pay());
  open();
  await act(() => shop.ready());
  const first = shop.checkout;
  await page.render(pay({ secureToken: 'cst_another' }));
  open();
  await act(() => shop.challenge());
  expect([first?.phase, frames(), ...phases()]).toEqual(['ready', 2, 'processing', 'processing']);
  await page.render(null);
  expect([first?.phase, frames()]).toEqual(['destroyed', 0]);
});

test('an option that is a function no more counts from the next checkout on', async () => {
  const completion = vi.fn(() => Promise.resolve());
  const shown = { secureToken: 'cst_example', redirect: 'never' } as const;
  await page.render(createElement(PaymentKitCheckout, { ...shown, completion }));
  await act(() => shop.ready());
  await page.render(createElement(PaymentKitCheckout, shown));
  await act(() => shop.complete());
  expect(completion.mock.calls).toMatchObject([
    [{ sessionId: shop.session.id, state: 'completed' }],
  ]);
  expect(shop.events.at(-1)).toMatchObject({ type: 'complete', verified: 'merchant' });
});
