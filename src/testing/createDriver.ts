import { comeBack, isAway } from './away.ts';
import {
  applyCodeInPage,
  cancelInPage,
  declineInPage,
  expireInPage,
  payInPage,
  waitInPage,
} from './inPage.ts';
import { makeReady, reloadInPage, say } from './makeReady.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { TestCheckout, TestDecline } from './TestCheckout.ts';
import { liveCheckout, settleStart, type TestWorld, until } from './TestWorld.ts';

type Steps = Omit<
  TestCheckout,
  'checkout' | 'session' | 'events' | 'completions' | 'visits' | 'redirectedTo' | 'page'
>;

/** Runs a step to its end, and throws what a listener of the page has thrown meanwhile. */
async function act(world: TestWorld, step: () => Promise<unknown>): Promise<void> {
  if (world.isOver) {
    throw new Error(
      'Failed to drive the checkout: createTestCheckout() was called again since, which began another test and ended this one. Drive what the last call gave, and call it once for each test.',
    );
  }
  const { clock, reported } = world.page;
  await step();
  await clock.advance(0);
  const [thrown] = reported.splice(0);
  if (thrown !== undefined) throw thrown as Error;
}

async function failToLoad(world: TestWorld): Promise<void> {
  const { checkout, timeoutMs } = await until(
    world,
    () => liveCheckout(world),
    'Failed to let the checkout fail: there is none. Render the page that starts it first.',
  );
  await settleStart(world);
  await world.page.clock.advance(timeoutMs);
  await until(world, () => checkout.phase !== 'loading', 'Failed to let the checkout fail.');
}

/** What the SDK draws is in shadow roots, where the queries of testing libraries do not look. */
function findDrawn(root: ParentNode, selector: string): HTMLElement | undefined {
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    const found =
      shadowRoot.querySelector<HTMLElement>(selector) ?? findDrawn(shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
}

function press(document: Document, selector: string, what: string): void {
  const button = findDrawn(document, selector);
  if (!button) throw new Error(`Failed to press: there is no ${what} on the page.`);
  button.click();
}

async function dismiss(world: TestWorld, document: Document): Promise<void> {
  await settleStart(world);
  const { popups, clock } = world.page;
  const popup = popups.filter(({ closed }) => !closed).at(-1);
  if (popup) {
    popup.close();
    // Seen within half a second, and then asked for one whether it is there.
    await clock.advance(1500);
  } else press(document, 'button[part="close"]', 'dialog that can be closed');
}

async function connect(world: TestWorld, onLine: boolean): Promise<void> {
  const { navigator, window } = world.page;
  await settleStart(world);
  navigator.onLine = onLine;
  window.dispatch(onLine ? 'online' : 'offline', {});
}

type Stepper = <Parameters extends unknown[]>(
  run: (...all: Parameters) => unknown,
) => (...all: Parameters) => Promise<void>;

/** What the shopper and the bank do, in the page's frame or on the hosted page itself. */
function createShopper(world: TestWorld, step: Stepper) {
  const away =
    (there: () => Promise<void> | undefined, here: () => Promise<unknown>) => (): unknown =>
      isAway(world) ? there() : here();
  const stay = (): undefined => undefined;
  return {
    ready: step(() => makeReady(world)),
    complete: step(
      away(
        () => comeBack(world, 'completed', 'success_url'),
        () => payInPage(world),
      ),
    ),
    decline: step((how: TestDecline = {}) => away(stay, () => declineInPage(world, how))()),
    challenge: step(away(stay, () => waitInPage(world, 'three_d_secure'))),
    delay: step(away(stay, () => waitInPage(world, 'confirmation'))),
    reload: step(away(stay, () => reloadInPage(world))),
    applyCode: step((session: Partial<CheckoutSession>) =>
      isAway(world) ? say(world, session) : applyCodeInPage(world, session),
    ),
    cancel: step(
      away(
        () => comeBack(world, 'open', 'return_url'),
        () => cancelInPage(world),
      ),
    ),
    expire: step(
      away(
        () => comeBack(world, 'expired', 'return_url'),
        () => expireInPage(world),
      ),
    ),
  };
}

function createSteps(world: TestWorld, realm: typeof globalThis): Steps {
  const { clock } = world.page;
  const step: Stepper =
    (run) =>
    (...all) =>
      act(world, async () => {
        await run(...all);
      });
  return {
    ...createShopper(world, step),
    failToLoad: step(() => failToLoad(world)),
    blockPopups: () => {
      world.page.popupsBlocked = true;
    },
    dismiss: step(() => dismiss(world, realm.document)),
    tryAgain: step(async () => {
      press(realm.document, 'button:not([part])', '"Try again"');
      await settleStart(world);
    }),
    goOffline: step(() => connect(world, false)),
    goOnline: step(() => connect(world, true)),
    slow: (milliseconds) => {
      world.latency = milliseconds;
    },
    change: (session) => say(world, session),
    answerCompletions: (status) => {
      world.completionStatus = status;
    },
    advance: step(async (milliseconds: number) => {
      await settleStart(world);
      await clock.advance(milliseconds);
    }),
  };
}

/** What a test does to a world, and sees of it. */
export const createDriver = (world: TestWorld, realm: typeof globalThis): TestCheckout => ({
  get checkout() {
    return world.kept.at(-1)?.checkout;
  },
  get session() {
    return world.session;
  },
  events: world.events,
  completions: world.completions,
  visits: world.page.visits,
  get redirectedTo() {
    return world.page.visits.at(-1);
  },
  get page() {
    return world.page.href;
  },
  ...createSteps(world, realm),
});
