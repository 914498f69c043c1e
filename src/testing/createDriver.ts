import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { checkSession } from './checkSession.ts';
import { createShopper, type Stepper } from './createShopper.ts';
import { demand } from './demand.ts';
import { failToLoad, type LoadFailure } from './failToLoad.ts';
import { linger } from './linger.ts';
import { passLatency } from './passLatency.ts';
import { dismiss, pressText } from './press.ts';
import { say } from './say.ts';
import { settleStart } from './settleStart.ts';
import type { TestCheckout } from './TestCheckout.ts';
import type { TestWorld } from './TestWorld.ts';

type Steps = Omit<
  TestCheckout,
  'checkout' | 'session' | 'events' | 'completions' | 'visits' | 'redirectedTo' | 'page'
>;

/** Takes a step, and waits for what it has set off: the page's listeners, and what it draws by them. */
async function settle(world: TestWorld, step: () => Promise<unknown>): Promise<void> {
  const { clock } = world.page;
  await step();
  await clock.advance(0);
  await linger(world, () => world.waiting === 0, 100);
  // What they have changed, a page draws in later tasks: React in as many as a busy machine makes of it.
  for (let round = 0; round < 5; round++) await clock.advance(0);
}

/** Runs a step to its end, and throws what a listener of the page has thrown meanwhile. */
async function act(world: TestWorld, step: () => Promise<unknown>): Promise<void> {
  demand(
    !world.isOver,
    'Failed to drive the checkout: createTestCheckout() was called again since, which began another test and ended this one. Drive what the last call gave, and call it once for each test.',
  );
  world.steps++;
  try {
    await settle(world, step);
  } finally {
    world.steps--;
  }
  const [thrown] = world.page.reported.splice(0);
  if (thrown !== undefined) throw thrown as Error;
}

async function connect(world: TestWorld, onLine: boolean): Promise<void> {
  const { navigator, window } = world.page;
  await settleStart(world);
  navigator.onLine = onLine;
  window.dispatch(onLine ? 'online' : 'offline', {});
  await passLatency(world);
}

/** A value as it stands in code: a text is seen to be one. */
const quote = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);

function checkMilliseconds(step: string, milliseconds: number): void {
  demand(
    Number.isFinite(milliseconds) && milliseconds >= 0,
    `Failed to ${step}: ${quote(milliseconds)} is no time. Pass milliseconds, such as ${step}(1000).`,
  );
}

const checkStatus = (what: string, status: number): void =>
  demand(
    Number.isInteger(status) && status >= 200 && status < 600,
    `Failed to answer ${what}: ${quote(status)} is no status. Pass a number, such as 500.`,
  );

/** What the network and the servers do from now on. */
function createConditions(world: TestWorld) {
  return {
    blockPopups: () => {
      world.page.popupsBlocked = true;
    },
    slow: (milliseconds: number) => {
      checkMilliseconds('slow', milliseconds);
      world.latency = milliseconds;
    },
    change: (session: Partial<CheckoutSession>) => {
      checkSession(session);
      say(world, session);
    },
    answerCompletions: (status: number) => {
      checkStatus('completions', status);
      world.completionStatus = status;
    },
    answerReads: (status: number) => {
      checkStatus('reads', status);
      world.readStatus = status;
    },
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
    ...createConditions(world),
    failToLoad: step((why?: LoadFailure) => failToLoad(world, why)),
    dismiss: step(() => dismiss(world, realm.document)),
    tryAgain: step(() => pressText(world, realm.document, 'retry')),
    goOn: step(() => pressText(world, realm.document, 'continue')),
    goOffline: step(() => connect(world, false)),
    goOnline: step(() => connect(world, true)),
    advance: step(async (milliseconds: number) => {
      checkMilliseconds('advance', milliseconds);
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
