import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { changePromotionCode } from '../discounts/changePromotionCode.ts';
import { completeSession } from '../paying/completeSession.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';
import { testPayment } from '../fixtures/testPayment.ts';
import { noteOpening } from '../noteOpening.ts';
import { paySession } from '../paying/paySession.ts';
import { sessionTimeline } from './sessionTimeline.ts';

const print = [{ price_id: 'price_premium', quantity: 1 }];

/** An account with one session of 4900. */
function createScene() {
  const { account, real } = createTestAccount();
  const { id } = account.decide((now) => createTestSession(account, { line_items: print }, now));
  const read = () => account.records.sessions.get(id) as SessionRecord;
  return {
    read,
    moments: () => sessionTimeline(account, read()),
    wait(by: number): void {
      real.now += by;
      account.settle(account.clock.now());
    },
    decide(work: (session: SessionRecord, now: number) => unknown): void {
      try {
        account.decide((now) => work(read(), now));
      } catch {
        // A refusal, which leaves nothing behind.
      }
    },
    account,
  };
}

type Scene = ReturnType<typeof createScene>;

const pay =
  (number: string) =>
  ({ account, decide }: Scene): void => {
    decide((session, now) => {
      paySession(account, session, testPayment(session.amount_total_atom, number), now);
    });
  };

const completeApart = ({ account, decide }: Scene): void => {
  decide((session, now) => {
    const payer = { email: null, name: null, out_of_band: true };
    completeSession(account, session, payer, undefined, now);
  });
};

const steps: readonly ((scene: Scene) => void)[] = [
  pay('4000000000000002'),
  pay('4000000000003220'),
  pay('4000000000000077'),
  ({ account, decide }) => {
    decide((session, now) => changePromotionCode(account, session, 'SAVE20', now));
  },
  ({ account, decide }) => {
    decide((session, now) => {
      noteOpening(account, session, 'req_1', now);
    });
  },
  completeApart,
];

test('whatever becomes of a session is told in the order in which it came, its end once', () => {
  const step = fc.tuple(fc.nat(steps.length - 1), fc.nat(8 * 60 * 60 * 1000));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (taken) => {
      const scene = createScene();
      for (const [which, by] of taken) {
        steps[which]?.(scene);
        scene.wait(by);
      }
      const moments = scene.moments();
      const times = moments.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      const { state } = scene.read();
      const ends = moments.filter(({ kind }) => kind === 'completed' || kind === 'expired');
      const over = state === 'completed' || state === 'expired';
      expect(ends.map(({ kind }) => kind)).toEqual(over ? [state] : []);
    }),
  );
});

test.each([
  ['paid', [pay('4242424242424242')], ''],
  ['completed elsewhere', [completeApart], 'Out of band'],
  [
    'declined, and then completed elsewhere',
    [pay('4000000000000002'), completeApart],
    'Out of band',
  ],
])('what was %s says so', (_what, taken, detail) => {
  const scene = createScene();
  for (const step of taken) step(scene);
  const end = scene.moments().find(({ kind }) => kind === 'completed');
  expect(end).toMatchObject({ title: 'Completed', detail });
});
