// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { isPaymentKitError } from '../errors/PaymentKitError.ts';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { session } from '../testing/session.ts';
import { type MountedCheckout, mountOnFakePage } from '../testing/fixtures/mountOnFakePage.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';

digestAtOnce();

afterEach(() => document.body.replaceChildren());

interface Story {
  readonly options?: Partial<CheckoutOptions>;
  readonly arrange?: (fake: FakePage) => void;
  /** Brings the event about, and what would follow it. */
  readonly play: (stage: MountedCheckout) => Promise<void>;
}

const settle = ({ fake }: MountedCheckout): Promise<void> => fake.clock.settle();
const change = {
  t: 'h:change',
  currency: 'usd',
  amount_subtotal_atom: 2,
  amount_discount_atom: 1,
  amount_total_atom: 1,
} as const;

/** A way to every event of a checkout. */
const stories: Readonly<Record<string, Story>> = {
  ready: { play: (stage) => stage.becomeReady().then(() => undefined) },
  resize: {
    play: async (stage) => {
      const page = await stage.becomeReady();
      page.send({ t: 'h:resize', height: 700 });
      await stage.fake.clock.advance(20);
    },
  },
  change: {
    play: async (stage) => {
      (await stage.becomeReady()).send(change);
      await settle(stage);
    },
  },
  submit: {
    play: async (stage) => {
      const page = await stage.becomeReady();
      page.send({ t: 'h:submit' });
      page.send({ t: 'h:processing', step: 'payment' });
      await settle(stage);
    },
  },
  processing: {
    play: async (stage) => {
      const page = await stage.becomeReady();
      page.send({ t: 'h:submit' });
      page.send({ t: 'h:processing', step: 'payment' });
      stage.say({ state: 'completed' });
      await stage.fake.clock.advance(2000);
    },
  },
  decline: {
    play: async (stage) => {
      const page = await stage.becomeReady();
      page.send({ t: 'h:submit' });
      page.send({ t: 'h:declined', reason: 'declined' });
      await settle(stage);
    },
  },
  complete: {
    play: async (stage) => {
      const page = await stage.becomeReady();
      stage.say({ state: 'completed' });
      page.send({ t: 'h:completed' });
      await settle(stage);
    },
  },
  cancel: {
    play: async (stage) => {
      (await stage.becomeReady()).send({ t: 'h:canceled' });
      await settle(stage);
    },
  },
  expire: {
    play: async (stage) => {
      stage.say({ state: 'expired' });
      await stage.becomeReady();
    },
  },
  close: {
    play: async (stage) => {
      await stage.becomeReady();
      stage.checkout.close();
      await settle(stage);
    },
  },
  'warning slow': { play: ({ fake }) => fake.clock.advance(8000) },
  'warning completion_not_confirmed': {
    options: { completion: () => Promise.reject(new Error('No')) },
    play: (stage) => stories['complete']?.play(stage) ?? Promise.resolve(),
  },
  'error load_timeout': { play: ({ fake }) => fake.clock.advance(20_000) },
  'error token_rejected': {
    arrange: (fake) => {
      fake.answer = () => fake.json({ code: 'token_rejected' }, 401);
    },
    play: settle,
  },
};

test.each(Object.entries(stories))(
  'destroyed by its listener of %s it tells nothing more, goes nowhere and leaves nothing',
  async (told, { options, arrange, play }) => {
    const stage = mountOnFakePage({ ...options }, arrange);
    const [type = '', code] = told.split(' ');
    const { checkout, fake, events, target } = stage;
    let known = -1;
    checkout.on(type as 'ready', (event) => {
      const { code: own, error } = event as { code?: string; error?: { code: string } };
      if (code !== undefined && code !== (own ?? error?.code)) return;
      known = events.length;
      checkout.destroy();
    });
    await play(stage);
    expect(known, 'the story has come to its event').toBeGreaterThan(0);
    await fake.clock.advance(120_000);
    expect(stage.told().slice(known)).toEqual([]);
    expect([checkout.phase, fake.visits, target.children.length]).toEqual(['destroyed', [], 0]);
    expect(fake.clock.pending()).toBe(0);
    expect(fake.window.count('message')).toBe(0);
    const end = await checkout.result.catch((error: unknown) => error);
    if (isPaymentKitError(end)) expect(end.code).toMatch(/^(destroyed|token_rejected)$/);
    else expect(end).toMatchObject({ outcome: expect.stringMatching(/ed$/) as string });
    expect(fake.reported).toEqual([]);
  },
);

test('what the hosted page says after the end is told to nobody: an end is the last word', async () => {
  for (const state of ['completed', 'expired'] as const) {
    const stage = mountOnFakePage({ redirect: 'never' });
    const page = await stage.becomeReady();
    // In another tab, while the shopper presses Pay in this one.
    stage.say({ state });
    await stage.checkout.refresh();
    expect(stage.told()).toEqual(['ready', state === 'completed' ? 'complete' : 'expire']);
    page.send({ t: 'h:submit' });
    page.send({ t: 'h:processing', step: 'payment' });
    page.send({ t: 'h:declined', reason: 'not_attempted' });
    page.send(change);
    page.send({ t: 'h:canceled' });
    await settle(stage);
    expect(stage.told()).toHaveLength(2);
    expect(stage.checkout.phase).toBe(state);
    expect(session().state).toBe('open');
  }
});
