import type { CheckoutEventMap } from '../checkout/options/CheckoutEvents.ts';
import type { CheckoutOptions } from '../checkout/options/CheckoutOptions.ts';
import type { Checkout } from '../checkout/run/Checkout.ts';
import { checkNames } from '../options/checkNames.ts';
import { checkSession } from './checkSession.ts';
import { checkAborted } from './fakes/checkAborted.ts';
import { completeRuntime } from './fakes/completeRuntime.ts';
import { type Answer, createFakePlatform } from './fakes/createFakePlatform.ts';
import { session } from './session.ts';
import type { TestCheckoutOptions } from './TestCheckout.ts';
import { demand } from './demand.ts';
import { countPlaces } from './places.ts';
import type { KeptCheckout, TestWorld } from './TestWorld.ts';
import { watchListener, watchOptions } from './watchListener.ts';

const types = [
  ...(['ready', 'resize', 'change', 'submit', 'processing', 'decline', 'complete'] as const),
  ...(['cancel', 'expire', 'close', 'fallback', 'warning', 'error'] as const),
] as readonly (keyof CheckoutEventMap)[];

/** What the session API says with a status; others have no code that a page is told. */
const codes: Readonly<Record<number, string>> = {
  401: 'token_rejected',
  403: 'origin_not_allowed',
};

const answerRead = ({ page: { json }, session: open, readStatus: status }: TestWorld): Response =>
  status < 300 ? json(open) : json({ code: codes[status] ?? 'fault', status }, status);

/** Answers as the session API and the merchant's server do, after the time that answers take. */
const answerFor =
  (world: TestWorld): Answer =>
  async (url, init) => {
    const { page, latency } = world;
    const { navigator, clock, json } = page;
    if (!navigator.onLine) throw new TypeError('Failed to fetch');
    if (latency > 0) {
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, latency));
      checkAborted(init.signal);
    }
    if (init.method !== 'POST') return answerRead(world);
    const { session_id: sessionId } = JSON.parse(init.body as string) as { session_id: string };
    const headers: Record<string, string> = {};
    new Headers(init.headers).forEach((value, name) => (headers[name.toLowerCase()] = value));
    world.completions.push({ url, sessionId, headers });
    return json({}, world.completionStatus);
  };

function checkOptions(options: TestCheckoutOptions): void {
  checkNames(options, 'options', ['session', 'page']);
  checkSession(options.session ?? {});
  const { page = 'https://shop.example' } = options;
  demand(
    /^https?:\/\/[^/]/.test(page),
    `Failed to begin a test: "page" is ${JSON.stringify(page)}, which is no whole address. Pass one such as "https://shop.example/checkout".`,
  );
}

/** Some setups bring a document to Node, and leave Node its own signals: no listener can be added with them. */
function takesSignals({ document, AbortController }: typeof globalThis): boolean {
  const { signal } = new AbortController();
  const ignore = (): void => undefined;
  try {
    document.addEventListener('abort', ignore, { signal });
    return true;
  } catch {
    return false;
  } finally {
    document.removeEventListener('abort', ignore);
  }
}

/** A page under test, its network and its clock. */
export function createTestWorld(
  realm: typeof globalThis,
  nextTask: () => Promise<void>,
  options: TestCheckoutOptions,
): TestWorld {
  demand(
    (realm as { document?: Document }).document,
    'Failed to test a checkout: there is no document here. Run the test in happy-dom or jsdom: `// @vitest-environment happy-dom`, or `testEnvironment: "jsdom"` in jest.',
  );
  demand(
    takesSignals(realm),
    'Failed to test a checkout: the document takes no signal of this AbortController, which is of another realm. Where you set the document up, add: globalThis.AbortController = window.AbortController; globalThis.AbortSignal = window.AbortSignal;',
  );
  checkOptions(options);
  completeRuntime(realm);
  const page = createFakePlatform(realm.document, nextTask);
  page.href = options.page ?? page.href;
  const world: TestWorld = {
    page,
    kept: [],
    prepared: [],
    events: [],
    completions: [],
    hosted: new WeakMap(),
    totals: new WeakMap(),
    session: session(options.session),
    step: undefined,
    steps: 0,
    waiting: 0,
    isOver: false,
    latency: 0,
    completionStatus: 200,
    readStatus: 200,
  };
  page.answer = answerFor(world);
  return world;
}

/** What is known of where a checkout's page will be. */
interface Where {
  readonly before?: KeptCheckout['before'];
  readonly target?: string | Element;
}

/** Takes note of a checkout that the page under test makes, and hears its events. */
export function keepCheckout<Options extends Partial<CheckoutOptions>>(
  world: TestWorld,
  options: Options,
  start: (options: Options) => Checkout,
  { before = countPlaces(world), target }: Where = {},
): Checkout {
  const { kept, events, page } = world;
  const checkout = start(watchOptions(world, options));
  if (kept.some((known) => known.checkout === checkout)) return checkout;
  const { timeoutMs = 15_000, texts = {} } = options;
  const found = typeof target === 'string' ? page.platform.document.querySelector(target) : target;
  kept.push({ checkout, timeoutMs, texts, before, target: found ?? undefined });
  const on: Checkout['on'] = checkout.on.bind(checkout);
  for (const type of types) on(type, (event) => void events.push(event));
  const watched: Checkout['on'] = (type, listener) => on(type, watchListener(world, listener));
  return Object.assign(checkout, { on: watched });
}
