// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type { CheckoutOptions } from 'paymentkit-js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PaymentKitCheckoutElement } from './PaymentKitCheckoutElement.ts';
import { attributeTargets } from './readAttributes.ts';

type Listener = (event: { preventDefault: () => void; session?: { id: string } }) => void;

const { mounted, mountCheckout } = vi.hoisted(() => {
  const mounted: {
    readonly target: Element;
    readonly options: CheckoutOptions;
    readonly listeners: Map<string, Listener[]>;
    readonly update: ReturnType<typeof vi.fn>;
    readonly destroy: ReturnType<typeof vi.fn>;
  }[] = [];
  const mountCheckout = vi.fn((target: Element, options: CheckoutOptions) => {
    const listeners = new Map<string, Listener[]>();
    const on = (type: string, listener: Listener): void => {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    };
    const one = { target, options, listeners, update: vi.fn(), destroy: vi.fn(), on };
    mounted.push(one);
    return one;
  });
  return { mounted, mountCheckout };
});
vi.mock('paymentkit-js', () => ({ mountCheckout }));

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const last = () => {
  const one = mounted.at(-1);
  if (!one) throw new Error('Nothing is mounted');
  return one;
};

async function place(markup: string): Promise<PaymentKitCheckoutElement> {
  document.body.innerHTML = markup;
  await settle();
  return document.querySelector('paymentkit-checkout') as PaymentKitCheckoutElement;
}

beforeEach(() => {
  if (!customElements.get('paymentkit-checkout')) {
    customElements.define('paymentkit-checkout', PaymentKitCheckoutElement);
  }
});

afterEach(async () => {
  document.body.replaceChildren();
  await settle();
  mounted.length = 0;
});

test('mounts inside itself with what its attributes say', async () => {
  const element = await place(
    `<paymentkit-checkout secure-token="cst_1" host="https://pay.example" theme="dark" accent-color="#123"
      prefill-email="a@b.example" completion-endpoint="/done" timeout-ms="9000">
      <a href="/pay">Pay</a></paymentkit-checkout>`,
  );
  expect(element.shadowRoot?.contains(last().target)).toBe(true);
  expect(last().options).toEqual({
    secureToken: 'cst_1',
    host: 'https://pay.example',
    appearance: { theme: 'dark', accentColor: '#123' },
    prefill: { email: 'a@b.example' },
    completion: { endpoint: '/done' },
    timeoutMs: 9000,
  });
  expect(element.querySelector('a')?.textContent).toBe('Pay');
  expect(element.checkout).toBe(last());
});

test('waits until there is a session to show', async () => {
  const element = await place('<paymentkit-checkout></paymentkit-checkout>');
  expect(mounted).toEqual([]);
  const secureToken = (): Promise<string> => Promise.resolve('cst_2');
  element.secureToken = secureToken;
  await settle();
  expect(last().options).toEqual({ secureToken });
  expect(element.secureToken).toBe(secureToken);
});

test('takes over properties that were set before it was upgraded', async () => {
  const early = Object.assign(document.createElement('late-checkout'), { secureToken: 'cst_3' });
  document.body.append(early);
  customElements.define('late-checkout', class extends PaymentKitCheckoutElement {});
  customElements.upgrade(early);
  await settle();
  expect(last().options).toEqual({ secureToken: 'cst_3' });
});

test('passes changes on, and starts anew for another session', async () => {
  const element = await place('<paymentkit-checkout secure-token="cst_4"></paymentkit-checkout>');
  const first = last();
  element.setAttribute('theme', 'dark');
  element.locale = 'de';
  element.setAttribute('timeout-ms', '9000');
  expect(first.update.mock.calls).toEqual([
    [{ appearance: { theme: 'dark' } }],
    [{ locale: 'de' }],
  ]);

  element.setAttribute('secure-token', 'cst_5');
  expect(first.destroy).toHaveBeenCalledOnce();
  await settle();
  expect(mounted).toHaveLength(2);
  expect(last().options.secureToken).toBe('cst_5');
});

test('a look or a language that is taken away is as if it had never been given', async () => {
  const element = await place(
    '<paymentkit-checkout secure-token="cst_4" theme="dark" radius="2px" locale="de"></paymentkit-checkout>',
  );
  element.removeAttribute('theme');
  element.appearance = { accentColor: '#123' };
  element.appearance = null as never;
  element.removeAttribute('radius');
  element.setAttribute('locale', '');
  element.removeAttribute('locale');
  const plain = { theme: 'auto', accentColor: undefined, radius: undefined, fontFamily: undefined };
  expect(last().update.mock.calls).toStrictEqual([
    [{ appearance: { ...plain, radius: '2px' } }],
    [{ appearance: { ...plain, accentColor: '#123' } }],
    [{ appearance: { ...plain, radius: '2px' } }],
    [{ appearance: plain }],
    [{ locale: 'auto' }],
    [{ locale: 'auto' }],
  ]);
});

test('its children show while there is no checkout', async () => {
  vi.stubGlobal('reportError', vi.fn());
  onTestFinished(() => void vi.unstubAllGlobals());
  const element = await place('<paymentkit-checkout><a href="/pay">Pay</a></paymentkit-checkout>');
  const shown = (): string[] =>
    [...(element.shadowRoot?.children ?? [])].map(({ localName }) => localName);
  expect(shown()).toEqual(['slot']);
  element.url = 'https://x/1';
  await settle();
  expect(shown()).toEqual(['div']);
  element.formDisabledCallback(true);
  expect(element.shadowRoot?.querySelector('div[inert]')).toBe(last().target);
  element.url = undefined;
  await settle();
  expect(shown()).toEqual(['slot']);
  expect(element.shadowRoot?.firstElementChild?.hasAttribute('inert')).toBe(true);

  mountCheckout.mockImplementationOnce(() => {
    throw new Error('wrong');
  });
  element.url = 'nonsense';
  await settle();
  expect(shown()).toEqual(['slot']);
});

test('where the page hides a function of its document, the children stay and the error is told', async () => {
  vi.stubGlobal('reportError', vi.fn());
  const told = vi.fn();
  const element = await place('<paymentkit-checkout><a href="/pay">Pay</a></paymentkit-checkout>');
  element.addEventListener('paymentkit:error', ({ detail }) => void told(detail.error));
  const hidden = vi.spyOn(document, 'createElement').mockImplementation(() => {
    throw new TypeError('document.createElement is not a function');
  });
  onTestFinished(() => {
    hidden.mockRestore();
    vi.unstubAllGlobals();
  });
  element.url = 'https://x/1';
  await settle();
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError));
  expect(element.shadowRoot?.querySelector('slot')).not.toBe(null);
  const another = (): unknown => new PaymentKitCheckoutElement();
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  expect(another).toThrow(TypeError);
  expect(attach).not.toHaveBeenCalled();
  attach.mockRestore();
});

test('what is written again, anew as a function or as nothing, is the same checkout', async () => {
  const element = await place('<paymentkit-checkout secure-token="cst_6"></paymentkit-checkout>');
  element.setAttribute('secure-token', 'cst_6');
  element.secureToken = () => Promise.resolve('cst_7');
  await settle();
  element.secureToken = () => Promise.resolve('cst_7');
  element.setAttribute('secure-token', 'cst_8');
  element.host = null as never;
  await settle();
  expect(mounted.map(({ options }) => typeof options.secureToken)).toEqual(['string', 'function']);
  expect(last().destroy).not.toHaveBeenCalled();

  element.secureToken = undefined;
  await settle();
  expect(last().options).toEqual({ secureToken: 'cst_8' });
  element.secureToken = 'cst_8';
  element.secureToken = 'cst_8';
  await settle();
  expect(mounted).toHaveLength(4);
});

test('another document has a frame and a sheet of its own', async () => {
  const element = await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
  const [before] = element.shadowRoot?.adoptedStyleSheets ?? [];
  const rules = [...(before?.cssRules ?? [])].map(({ cssText }) => cssText.replaceAll(/\s/g, ''));
  expect(rules).toEqual([':host{display:block;}', ':host([hidden]){display:none;}']);
  element.adoptedCallback();
  expect(element.shadowRoot?.adoptedStyleSheets[0]).not.toBe(before);
  expect(last().destroy).toHaveBeenCalledOnce();
});

test('is there where the runner fakes the microtasks, as Jest does with its timers', async () => {
  vi.useFakeTimers({ toFake: ['queueMicrotask'] });
  onTestFinished(() => void vi.useRealTimers());
  const element = await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
  expect(element.checkout).toBe(last());
});

describe('coming and going', () => {
  test('a move keeps the checkout', async () => {
    const element = await place(
      '<div></div><paymentkit-checkout url="https://x/1"></paymentkit-checkout>',
    );
    document.querySelector('div')?.append(element);
    await settle();
    expect(mounted).toHaveLength(1);
    expect(last().destroy).not.toHaveBeenCalled();
  });

  test('taking it out destroys it, putting it back starts it again', async () => {
    const element = await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
    element.remove();
    await settle();
    expect(last().destroy).toHaveBeenCalledOnce();
    expect(element.checkout).toBeUndefined();
    document.body.append(element);
    await settle();
    expect(mounted).toHaveLength(2);
  });

  test('it works in a shadow root', async () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<paymentkit-checkout url="https://x/1"></paymentkit-checkout>';
    document.body.append(host);
    await settle();
    expect(mounted).toHaveLength(1);
  });
});

test('every event bubbles out, also of shadow roots, and preventing it prevents that of the checkout', async () => {
  await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
  const told: unknown[] = [];
  document.body.addEventListener('paymentkit:cancel', (event) => {
    told.push(event.type, event.composed);
    event.preventDefault();
  });
  const preventDefault = vi.fn();
  for (const listener of last().listeners.get('cancel') ?? []) listener({ preventDefault });
  expect(told).toEqual(['paymentkit:cancel', true]);
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('a wrong option is an event, and reported unless that is prevented', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const told: unknown[] = [];
  const hear = (event: Event): void => void told.push((event as CustomEvent).detail);
  document.body.addEventListener('paymentkit:error', hear);
  const error = new Error('wrong');
  for (const type of ['', 'paymentkit:error']) {
    document.body.addEventListener(type, (event) => event.preventDefault(), { once: true });
    mountCheckout.mockImplementationOnce(() => {
      throw error;
    });
    await place('<paymentkit-checkout url="nonsense"></paymentkit-checkout>');
  }
  document.body.removeEventListener('paymentkit:error', hear);
  expect(told).toEqual([{ error }, { error }]);
  expect(report).toHaveBeenCalledExactlyOnceWith(error);
  vi.unstubAllGlobals();
});

test('an option that becomes wrong is an event, too, and the checkout goes on', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  onTestFinished(() => void vi.unstubAllGlobals());
  const element = await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
  const told = vi.fn();
  element.addEventListener('paymentkit:error', ({ detail }) => void told(detail));
  const error = new Error('wrong');
  last().update.mockImplementation(() => {
    throw error;
  });
  element.locale = 'nonsense!';
  element.setAttribute('theme', 'blue');
  expect(told.mock.calls).toEqual([[{ error }], [{ error }]]);
  expect(report.mock.calls).toEqual([[error], [error]]);
  expect([element.checkout, last().destroy.mock.calls]).toEqual([last(), []]);
});

test('an option that was wrong and is put right begins the checkout', async () => {
  vi.stubGlobal('reportError', vi.fn());
  onTestFinished(() => void vi.unstubAllGlobals());
  mountCheckout.mockImplementationOnce(() => {
    throw new Error('wrong');
  });
  const element = await place(
    '<paymentkit-checkout secure-token="cst_1" theme="blue"></paymentkit-checkout>',
  );
  expect([element.checkout, mounted]).toEqual([undefined, []]);
  element.setAttribute('theme', 'dark');
  await settle();
  expect(last().options.appearance).toEqual({ theme: 'dark' });
  element.setAttribute('theme', 'light');
  await settle();
  expect([mounted.length, last().update.mock.calls.length]).toEqual([1, 1]);
});

test('custom-elements.json and the guide name the attributes and events of the code', async () => {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    modules: { declarations: { attributes: { name: string }[]; events: { name: string }[] }[] }[];
  };
  const [declared] = modules[0]?.declarations ?? [];
  expect(declared?.attributes.map(({ name }) => name)).toEqual([
    ...Object.keys(attributeTargets),
    'name',
  ]);
  await place('<paymentkit-checkout url="https://x/1"></paymentkit-checkout>');
  const types = [...last().listeners.keys()].map((type) => `paymentkit:${type}`);
  expect(declared?.events.map(({ name }) => name)).toEqual(types);
  const guide = readFileSync('docs/guides/custom-element.md', 'utf8');
  for (const name of Object.keys(attributeTargets)) expect(guide).toContain(`| \`${name}\``);
});
