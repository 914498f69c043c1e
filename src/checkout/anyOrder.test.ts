// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HostedMessage } from '../protocol/HostedMessage.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeHostedPage } from '../testing/fakes/createFakeFrame.ts';
import { mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import { type CheckoutPhase, mayFollow } from './run/mayFollow.ts';

digestAtOnce();

const messages: readonly HostedMessage[] = [
  { t: 'h:ready', title: 'Pay Alder Press' },
  { t: 'h:ready', title: 'Pay Alder Press' },
  { t: 'h:submit' },
  { t: 'h:processing', step: 'three_d_secure' },
  { t: 'h:declined', reason: 'declined' },
  { t: 'h:completed' },
  { t: 'h:expired' },
  { t: 'h:canceled' },
  { t: 'h:return' },
  { t: 'h:error', code: 'network', recoverable: true },
];

/** What may come next, in any order: what the API says, what the page in the frame says, and what happens to both. */
function createWorld() {
  const phases: CheckoutPhase[] = ['loading'];
  const debug = ({ type, detail }: { type: string; detail?: string | undefined }): void => {
    if (type === 'phase') phases.push(detail as CheckoutPhase);
  };
  const shop = mountOnFakePage({ debug, redirect: 'auto' });
  const { fake, checkout, target, say } = shop;
  const answer = fake.answer;
  let page: FakeHostedPage | undefined;
  let state: CheckoutSession['state'] = 'open';
  const become = (next: typeof state): void => {
    // An end is an end.
    if (state === 'open' || state === 'processing') state = next;
    say({ state });
  };
  const look = (visibility: DocumentVisibilityState): void => {
    fake.visibility = visibility;
    fake.documentEvents.dispatch('visibilitychange', {});
  };
  const steps = {
    load: () => {
      if (fake.frames.at(-1)?.element.isConnected) page = shop.frame().load();
    },
    say: (which: number) => page?.send(messages[which % messages.length] as HostedMessage),
    become: (which: number) =>
      become((['processing', 'completed', 'open', 'expired'] as const)[which % 4] ?? 'open'),
    wait: (which: number) => fake.clock.advance([16, 500, 4000, 16_000, 70_000][which % 5] ?? 0),
    lose: () => void (fake.answer = () => Promise.reject(new TypeError('Failed to fetch'))),
    find: () => void (fake.answer = answer),
    hide: () => look('hidden'),
    show: () => look('visible'),
    disconnect: () => void (fake.navigator.onLine = false),
    connect: () => {
      fake.navigator.onLine = true;
      fake.window.dispatch('online', {});
    },
    remove: () => fake.frames.at(-1)?.element.remove(),
    retry: () => target.querySelector('[role=alert]')?.shadowRoot?.querySelector('button')?.click(),
    refresh: () => void checkout.refresh().catch(() => undefined),
    update: () => checkout.update({ appearance: { theme: 'dark' } }),
    focus: () => checkout.focus(),
  };
  return { ...shop, phases, steps, state: () => state };
}

type World = ReturnType<typeof createWorld>;
type Step = keyof World['steps'];

const names: readonly Step[] = [
  ...(['load', 'say', 'say', 'say', 'say', 'become', 'wait', 'wait', 'lose', 'find'] as const),
  ...(['hide', 'show', 'disconnect', 'connect', 'remove', 'retry', 'refresh', 'update'] as const),
  'focus',
];
const anyStep = fc.tuple(fc.constantFrom(...names), fc.nat(59));
const ready: readonly [Step, number][] = [
  ['load', 0],
  ['say', 0],
];

/** What few walks come to by themselves: a payment is under way when something fails. */
const known: [Step, number][][] = [
  [
    ['say', 2],
    ['say', 9],
  ],
  [
    ['say', 2],
    ['remove', 0],
    ['wait', 3],
    ['become', 1],
  ],
  [
    ['say', 9],
    ['become', 3],
  ],
];

/** The network is well and the shopper is there: what the API says is known in the end. */
async function settle({ steps, fake }: World): Promise<void> {
  steps.find();
  steps.show();
  steps.connect();
  await fake.clock.advance(20_000);
}

const count = (told: readonly string[], type: string): number =>
  told.filter((one) => one === type).length;

/** What holds whatever has happened. */
function check({ told, phases, state, checkout, target }: World): void {
  const all = told();
  for (const [at, phase] of phases.entries()) {
    if (at > 0) expect(mayFollow(phases[at - 1] ?? phase, phase), phases.join(' ')).toBe(true);
  }
  // Over a payment that may have been made only a lost frame is told, once the API has said that it was not.
  const lost = phases.filter((to, at) => to === 'failed' && phases[at - 1] === 'processing');
  expect(lost.length, all.join(', ')).toBeLessThanOrEqual(count(all, 'error frame_lost'));
  const over = all.some((one) => /^(cancel|expire)$|protocol_violation/.test(one));
  expect(count(all, 'complete'), all.join(', ')).toBe(state() === 'completed' && !over ? 1 : 0);
  expect(count(all, 'expire')).toBeLessThanOrEqual(1);
  const rest = all.slice(all.indexOf('complete'));
  if (rest[0] === 'complete')
    expect(rest.slice(1).filter((one) => !/^(resize|warning)/.test(one))).toEqual([]);
  // What could not be loaded and has expired stays a panel, or becomes one, without a way to try again.
  const [before, last] = phases.slice(-2);
  const panel = target.querySelector('[role=alert]')?.shadowRoot;
  if (before !== 'loading' || last !== 'expired') {
    const expired = before === 'failed' && last === 'expired';
    expect(!!panel, phases.join(' ')).toBe(checkout.phase === 'failed' || expired);
  }
  if (last === 'expired') expect(panel?.querySelector('button') ?? null).toBeNull();
}

/** Nothing is left of it, and nothing comes after. */
async function end({ checkout, fake, target, told }: World): Promise<void> {
  checkout.destroy();
  const before = told();
  await fake.clock.advance(100_000);
  await Promise.allSettled([checkout.ready, checkout.result]);
  expect(told()).toEqual(before);
  expect(target.children).toHaveLength(0);
  expect(fake.clock.pending()).toBe(0);
  for (const type of ['message', 'online', 'pageshow', 'pagehide']) {
    expect([type, fake.window.count(type)]).toEqual([type, 0]);
  }
  expect(fake.documentEvents.count('visibilitychange')).toBe(0);
  expect(fake.reported).toEqual([]);
}

test('in whatever order all of it comes, what is paid is told once, no phase goes back, and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(anyStep, { maxLength: 25 }), async (shown, taken) => {
      const world = createWorld();
      await world.fake.clock.settle();
      for (const [step, which] of [...(shown ? ready : []), ...taken]) {
        await world.steps[step](which);
        await world.fake.clock.settle();
      }
      await settle(world);
      check(world);
      await end(world);
      world.target.remove();
    }),
    { numRuns: 80, seed: 7, examples: known.map((taken) => [true, taken]) },
  );
});
