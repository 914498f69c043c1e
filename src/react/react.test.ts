// @vitest-environment jsdom
import {
  act,
  Component,
  createElement,
  Fragment,
  type ReactNode,
  startTransition,
  StrictMode,
  Suspense,
  useEffect,
  useRef,
  useState,
  version,
} from 'react';
import type { Checkout as PublicCheckout } from 'paymentkit-js';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Checkout, redirectToCheckout, type TestCheckout } from '../testing/index.ts';
import { frames, openReactPage, type ReactPage } from './fixtures/reactPage.ts';
import { PaymentKitCheckout, type PaymentKitCheckoutProps } from './PaymentKitCheckout.ts';
import { useCheckout, type UseCheckout } from './useCheckout.ts';
import { useCheckoutReturn, type UseCheckoutReturn } from './useCheckoutReturn.ts';

vi.mock('paymentkit-js', () => import('../testing/index.ts'));

let page: ReactPage;
let shop: TestCheckout;
let place: HTMLElement;
let render: ReactPage['render'];

beforeEach(() => {
  page = openReactPage();
  ({ shop, place, render } = page);
});

afterEach(() => page.close());

const pay = (props: Partial<PaymentKitCheckoutProps> = {}): ReactNode =>
  createElement(PaymentKitCheckout, { secureToken: 'cst_example', ...props });
test('runs on the React that it is meant to run on', () => {
  expect(version).toMatch(process.env['REACT'] === '18' ? /^18/ : /^19/);
});

test('a shopper pays in StrictMode, and the page hears it once (4: 6)', async () => {
  const onComplete = vi.fn();
  await render(pay({ onComplete, className: 'pay', id: 'checkout' }));
  await act(() => shop.complete());
  expect(onComplete).toHaveBeenCalledOnce();
  expect(shop.redirectedTo).toBe(shop.session.success_url);
  expect(frames()).toBe(1);
  expect(place.querySelector('#checkout')?.className).toBe('pay');
});

test('what an async handler rejects with fails the step of a test, as what a handler throws does', async () => {
  const onDecline = (async () => {
    await Promise.resolve();
    throw new Error('Not saved');
  }) as () => void;
  await render(pay({ onDecline }));
  await expect(act(() => shop.decline())).rejects.toThrow('Not saved');
});

test('handlers are those rendered last, and a new function mounts nothing', async () => {
  const first = vi.fn();
  const last = vi.fn();
  const secureToken = (): Promise<string> => Promise.resolve('cst_example');
  const tell = vi.fn(() => Promise.resolve());
  await render(pay({ secureToken, onComplete: first, completion: first }));
  await act(() => shop.ready());
  const { checkout } = shop;
  const handlers = { onComplete: last, onDecline: last, completion: tell };
  await render(pay({ secureToken: () => secureToken(), ...handlers }));
  await act(() => shop.decline());
  await act(() => shop.complete());
  expect(shop.checkout).toBe(checkout);
  expect([first, last, tell].map(({ mock }) => mock.calls.length)).toEqual([0, 2, 1]);
});

test('a handler can prevent what follows', async () => {
  await render(pay({ onComplete: (event) => event.preventDefault() }));
  await act(() => shop.complete());
  expect(shop.visits).toEqual([]);
});

test('another session is another checkout, other looks are not', async () => {
  await render(pay({ locale: 'en' }));
  await act(() => shop.ready());
  const first = shop.checkout;
  const update = vi.spyOn(first as Checkout, 'update');
  await render(pay({ locale: 'de', appearance: { theme: 'dark' } }));
  await render(pay({ locale: 'de', appearance: { theme: 'dark' } }));
  expect(shop.checkout).toBe(first);
  await render(pay({ locale: '' }));
  await render(pay());
  const plain = { theme: 'auto', accentColor: undefined, radius: undefined, fontFamily: undefined };
  expect(update.mock.calls).toStrictEqual([
    [{ locale: 'de', appearance: { ...plain, theme: 'dark' }, prefill: undefined }],
    [{ locale: 'auto', appearance: plain, prefill: undefined }],
  ]);
  await render(pay({ secureToken: 'cst_another' }));
  expect([first?.phase, shop.checkout === first]).toEqual(['destroyed', false]);
  await act(() => shop.ready());
  expect(frames()).toBe(1);
});

test('hands the checkout out, and takes it back', async () => {
  const checkoutRef: { current: PublicCheckout | null } = { current: null };
  const told = vi.fn();
  await render(createElement(Fragment, {}, pay({ checkoutRef }), pay({ checkoutRef: told })));
  expect(checkoutRef.current?.phase).toBe('loading');
  expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ phase: 'loading' }));
  await render(null);
  expect(checkoutRef.current).toBe(null);
  expect(told).toHaveBeenLastCalledWith(null);
});

test('another object for it gets the checkout there is, and the one before gives it back', async () => {
  const [one, other] = [{ current: null }, { current: null }] as {
    current: PublicCheckout | null;
  }[];
  await render(pay({ checkoutRef: one }));
  await render(pay({ checkoutRef: other }));
  expect([one?.current, other?.current]).toEqual([null, shop.checkout]);
  const told = vi.fn();
  await render(pay({ checkoutRef: (checkout) => void told(checkout) }));
  await render(pay({ checkoutRef: (checkout) => void told(checkout) }));
  expect(other?.current).toBe(null);
  // Written anew in each render it is told of each checkout once.
  expect(told.mock.calls).toEqual([[shop.checkout]]);
});

test('with another key or token whoever holds the checkout has the new one', async () => {
  const checkoutRef: { current: PublicCheckout | null } = { current: null };
  const told: unknown[] = [];
  const both = (key: number, secureToken: string): ReactNode =>
    createElement(
      Fragment,
      { key },
      pay({ secureToken, checkoutRef }),
      pay({ secureToken, checkoutRef: (checkout) => void told.push(checkout?.phase) }),
    );
  await render(both(0, 'cst_example'));
  expect(checkoutRef.current?.phase).toBe('loading');
  await render(both(0, 'cst_other'));
  expect(checkoutRef.current?.phase).toBe('loading');
  await render(both(1, 'cst_other'));
  expect(checkoutRef.current?.phase).toBe('loading');
  expect(told).toEqual(['loading', undefined, 'loading', undefined, 'loading']);
});

test('attributes for tests and assistive technology are the element’s', async () => {
  await render(pay({ 'data-testid': 'checkout', 'aria-label': 'Payment', role: 'region' }));
  const element = place.querySelector('[data-testid="checkout"][aria-label="Payment"]');
  expect(element?.role).toBe('region');
  expect(element?.querySelectorAll('[src*="/embed/"]')).toHaveLength(frames());
  await shop.ready();
  await render(null);
});

test.runIf(/^19/.test(version))('a ref gets the element with the first effects', async () => {
  const told: unknown[] = [];
  const Page = (): ReactNode => {
    const ref = useRef<HTMLDivElement>(null);
    useEffect(() => void told.push(ref.current?.id), []);
    return pay({ id: 'checkout', ref });
  };
  await render(createElement(Page));
  const clean = vi.fn();
  await render(pay({ ref: () => clean }));
  expect(told).toEqual(['checkout', 'checkout']);
  await render(null);
  // StrictMode takes it away once more.
  expect(clean).toHaveBeenCalledTimes(2);
});

test.runIf(/^19/.test(version))('the element in JSX gets properties and hears events', async () => {
  await import('../element/define/index.ts');
  const paid = vi.fn();
  const props = {
    secureToken: () => Promise.resolve('cst_example'),
    redirect: 'never',
    'onpaymentkit:complete': paid,
  } as const;
  await render(createElement('paymentkit-checkout', props));
  await act(() => shop.complete());
  expect(paid).toHaveBeenCalledOnce();
  expect(place.querySelector('paymentkit-checkout')?.secureToken).toBe(props.secureToken);
});

test('a payment under way ends with its key or its token, and the next checkout is whole', async () => {
  const ended: (string | undefined)[] = [];
  for (const props of [{ key: 2 }, { key: 2, secureToken: 'cst_next' }]) {
    await render(pay());
    await act(() => shop.challenge());
    const { checkout } = shop;
    await render(createElement(PaymentKitCheckout, { secureToken: 'cst_example', ...props }));
    ended.push(checkout?.phase);
    expect(shop.checkout?.phase).toBe('loading');
  }
  await act(() => shop.complete());
  expect([frames(), ...ended]).toEqual([1, 'destroyed', 'destroyed']);
  expect(shop.events.filter(({ type }) => type === 'complete')).toHaveLength(1);
});

test('twenty routes change while it boots: one frame is left, or none', async () => {
  for (let route = 0; route < 20; route++) {
    await render(createElement('main', { key: route }, route % 2 === 0 && pay()));
    if (route % 3 === 0) await act(() => shop.advance(0));
  }
  expect(frames()).toBe(0);
  await render(pay());
  await act(() => shop.complete());
  expect(frames()).toBe(1);
  expect(shop.events.filter(({ type }) => type === 'error')).toEqual([]);
});

test('an element that is taken away takes its checkout with it at once, and brings another', async () => {
  const Page = ({ shown }: { readonly shown: boolean }): ReactNode => {
    const { ref } = useCheckout({ secureToken: 'cst_example' });
    return shown && createElement('div', { ref });
  };
  await render(createElement(Page, { shown: true }));
  await act(() => shop.ready());
  const first = shop.checkout;
  await act(async () => {
    page.root.render(createElement(StrictMode, {}, createElement(Page, { shown: false })));
  });
  expect(first?.phase).toBe('destroyed');
  await render(createElement(Page, { shown: true }));
  await act(() => shop.ready());
  expect([frames(), shop.events.filter(({ type }) => type === 'error')]).toEqual([1, []]);
});

test('where the runner fakes the microtasks, it is paid and goes with its component', async () => {
  // As Jest does, which fakes them together with its timers.
  vi.useFakeTimers({ toFake: ['setTimeout', 'queueMicrotask'] });
  onTestFinished(() => void vi.useRealTimers());
  await render(pay({ redirect: 'never' }));
  await act(() => shop.complete());
  expect(shop.checkout?.phase).toBe('completed');
  await render(null);
  expect(shop.checkout?.phase).toBe('destroyed');
});

test('Suspense hides it and shows it again: the payment goes on', async () => {
  let resolve = (): void => undefined;
  const wait = new Promise<void>((done) => (resolve = done));
  let suspend: () => void = () => undefined;
  let done = false;
  // As a library does that suspends.
  const Late = (): ReactNode => {
    const [late, setLate] = useState(false);
    suspend = () => setLate(true);
    if (late && !done) throw wait as unknown as Error;
    return null;
  };
  await render(createElement(Suspense, { fallback: 'Wait' }, pay(), createElement(Late)));
  await act(() => shop.challenge());
  const { checkout } = shop;
  await act(async () => suspend());
  expect(place.textContent).toContain('Wait');
  expect(checkout?.phase).toBe('processing');
  done = true;
  await act(async () => resolve());
  expect(place.textContent).not.toContain('Wait');
  await act(() => shop.complete());
  expect([shop.checkout === checkout, checkout?.phase]).toEqual([true, 'completed']);
});

test('a server renders a box of the right height, and it is taken over without a word (4: 22; fault 53)', async () => {
  const app = createElement(StrictMode, {}, pay({ initialHeight: 480, style: { color: 'red' } }));
  act(() => page.root.unmount());
  place.innerHTML = renderToString(app);
  expect(place.innerHTML).toContain('min-height:480px');
  expect(shop.checkout).toBeUndefined();
  await act(async () => {
    page.root = hydrateRoot(place, app);
  });
  await act(() => shop.complete());
  expect(place.querySelector('div')?.style.minHeight).toBe('');
  expect(shop.checkout?.phase).toBe('completed');
});

/** React reports what a boundary catches, and React 18 by an event of the window, too. */
const expectComplaints = (): void => {
  page.complained.mockImplementation(() => undefined);
  const quiet = (event: Event): void => event.preventDefault();
  window.addEventListener('error', quiet);
  onTestFinished(() => {
    window.removeEventListener('error', quiet);
    page.complained.mockRestore();
  });
};

class Boundary extends Component<{ readonly children?: ReactNode }> {
  override state: { readonly code?: string } = {};
  static getDerivedStateFromError(error: { readonly code: string }): object {
    return { code: error.code };
  }
  override render(): ReactNode {
    return this.state.code ?? this.props.children;
  }
}

test('a wrong option reaches the error boundary', async () => {
  expectComplaints();
  await render(createElement(Boundary, {}, pay({ secureToken: 'cs_an_id_and_no_token' })));
  expect(place.textContent).toBe('invalid_option');
  page.complained.mockClear();
});

test('what breaks beside it takes it along, and once that is mended it is begun anew', async () => {
  expectComplaints();
  const Beside = ({ broken }: { readonly broken: boolean }): ReactNode => {
    if (broken) throw Object.assign(new Error('beside'), { code: 'broken' });
    return null;
  };
  const order = (key: string, broken: boolean): ReactNode =>
    createElement(Boundary, { key }, pay({ redirect: 'never' }), createElement(Beside, { broken }));
  await render(order('first', false));
  await act(() => shop.challenge());
  const { checkout } = shop;
  await render(order('first', true));
  expect([place.textContent, checkout?.phase, frames()]).toEqual(['broken', 'destroyed', 0]);
  await render(order('again', false));
  await act(() => shop.complete());
  expect([frames(), shop.checkout?.phase]).toEqual([1, 'completed']);
  page.complained.mockClear();
});

test('a transition that waits keeps the payment that is shown, and one that is through ends it', async () => {
  let resolve = (): void => undefined;
  const wait = new Promise<void>((done) => (resolve = done));
  let done = false;
  const Next = (): ReactNode => {
    if (!done) throw wait as unknown as Error;
    return 'Next';
  };
  let goOn = (): void => undefined;
  const Order = (): ReactNode => {
    const [isNext, setNext] = useState(false);
    goOn = () => startTransition(() => setNext(true));
    return isNext ? createElement(Next) : pay({ redirect: 'never' });
  };
  await render(createElement(Suspense, { fallback: 'Wait' }, createElement(Order)));
  await act(() => shop.challenge());
  const { checkout } = shop;
  await act(async () => goOn());
  expect([place.textContent, checkout?.phase, frames()]).toEqual(['', 'processing', 1]);
  done = true;
  await act(async () => resolve());
  expect([place.textContent, checkout?.phase, frames()]).toEqual(['Next', 'destroyed', 0]);
});

test('a component renders how its checkout stands', async () => {
  let state: UseCheckout | undefined;
  const Page = (): ReactNode => {
    state = useCheckout({ secureToken: 'cst_example', redirect: 'never' });
    return createElement('p', {}, state.phase, createElement('b', { ref: state.ref }));
  };
  await render(createElement(Page));
  const phases: unknown[] = [state?.phase];
  await act(() => shop.challenge());
  phases.push(state?.phase, state?.session?.merchant.name);
  await act(() => shop.decline({ reason: 'authentication_failed' }));
  phases.push(state?.phase);
  await act(() => shop.complete());
  phases.push(state?.phase);
  expect(phases).toEqual(['loading', 'processing', 'Alder Press', 'ready', 'completed']);
});

test('an error is there until it is tried again', async () => {
  let state: UseCheckout | undefined;
  const Page = (): ReactNode => {
    state = useCheckout({ secureToken: 'cst_example' });
    return createElement('div', { ref: state.ref });
  };
  await render(createElement(Page));
  await act(() => shop.failToLoad());
  expect([state?.phase, state?.error?.code]).toEqual(['failed', 'load_timeout']);
  await act(() => shop.tryAgain());
  await act(() => shop.ready());
  expect([state?.phase, state?.error]).toEqual(['ready', undefined]);
});

test('opens a dialog, one for a session, and takes it away with the component', async () => {
  let state: UseCheckout | undefined;
  const onComplete = vi.fn();
  const Page = (): ReactNode => {
    state = useCheckout({ secureToken: 'cst_example', redirect: 'never', onComplete });
    return null;
  };
  await render(createElement(Page));
  expect(state?.phase).toBe('idle');
  const given: unknown[] = [];
  act(() => void given.push(state?.open()));
  act(() => void given.push(state?.open()));
  await act(() => shop.complete());
  expect([state?.phase, state?.checkout?.mode]).toEqual(['completed', 'overlay']);
  expect(given).toEqual([state?.checkout, state?.checkout]);
  expect(onComplete).toHaveBeenCalledOnce();
  await render(null);
  expect([shop.checkout?.phase, document.body.childElementCount]).toEqual(['destroyed', 1]);
});

test('asks once what became of the checkout, also in StrictMode', async () => {
  const seen: UseCheckoutReturn[] = [];
  const Page = (): ReactNode => {
    seen.push(useCheckoutReturn({ completion: { endpoint: '/api/confirm' } }));
    return null;
  };
  void redirectToCheckout({ secureToken: 'cst_example' });
  await shop.advance(0);
  await shop.complete();
  expect(renderToString(createElement(Page))).toBe('');
  await render(createElement(Page));
  await act(() => shop.advance(0));
  expect(seen[0]).toEqual({ pending: true, visit: undefined });
  expect(seen.at(-1)).toMatchObject({
    pending: false,
    visit: { outcome: 'completed', verified: 'merchant' },
  });
  expect(shop.completions).toHaveLength(1);
});

test('a visit that is no return says so, and a wrong option reaches the error boundary', async () => {
  let last: UseCheckoutReturn | undefined;
  const Page = (): ReactNode => {
    last = useCheckoutReturn();
    return null;
  };
  await render(createElement(Page));
  await act(() => shop.advance(0));
  expect(last).toEqual({ pending: false, visit: undefined });

  expectComplaints();
  const Wrong = (): ReactNode => {
    useCheckoutReturn({ secureToken: 'cs_an_id_and_no_token' });
    return null;
  };
  await render(createElement(Boundary, {}, createElement(Wrong)));
  await act(() => shop.advance(0));
  expect(place.textContent).toBe('invalid_option');
  page.complained.mockClear();
});
