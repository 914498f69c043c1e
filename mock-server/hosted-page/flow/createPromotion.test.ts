// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { flowFixture, replyFixture, type Script } from '../fixtures/flowFixture.ts';
import { save20Fixture, sessionFixture } from '../fixtures/sessionFixture.ts';
import { createPromotion } from './createPromotion.ts';

const discounted = sessionFixture(save20Fixture);

/** A form with a code typed into it. */
const typed = (code: string, script: Script, session = sessionFixture()) => {
  const promotion = { open: true, code, busy: false, error: undefined };
  const fixture = flowFixture(script, { session, state: { promotion } });
  const showClosed = vi.fn();
  const codes = createPromotion({ ...fixture.flow, showClosed });
  return { ...fixture, codes, showClosed };
};
/** All that promises alone have to do. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const rejected = (reason: string) => replyFixture(422, { code: 'promotion_code_rejected', reason });

test('a code that holds changes the order, closes its field and is told to everyone', async () => {
  const { codes, state, sent, calls } = typed(' save20 ', {
    applyCode: [replyFixture(200, { ...discounted })],
  });
  codes.apply();
  expect(state().promotion.busy).toBe(true);
  codes.apply();
  await turn();
  expect(calls).toEqual([['applyCode', 'save20']]);
  expect(state().session?.amount_total_atom).toBe(3920);
  expect(state().promotion).toEqual({ open: false, code: '', busy: false, error: undefined });
  expect(state().focus).toEqual({ id: 'removeCode' });
  expect(state().announcement).toBe('SAVE20 applied. Total: $39.20');
  expect(sent).toEqual([
    {
      t: 'h:change',
      currency: 'usd',
      amount_subtotal_atom: 4900,
      amount_discount_atom: 980,
      amount_total_atom: 3920,
    },
  ]);
});

test('a code that is taken out gives the first order back', async () => {
  const { codes, state, sent } = typed(
    '',
    { removeCode: [replyFixture(200, { ...sessionFixture() })] },
    discounted,
  );
  codes.remove();
  await turn();
  expect(state().session?.amount_total_atom).toBe(4900);
  expect(state().focus).toEqual({ id: 'addCode' });
  expect(state().announcement).toBe('SAVE20 removed. Total: $49.00');
  expect(sent.map(({ t }) => t)).toEqual(['h:change']);
});

test.each([
  ['an unknown code', rejected('unknown'), 'codeInvalid'],
  ['an expired code', rejected('expired'), 'codeExpired'],
  ['a code that is used up', rejected('exhausted'), 'codeUsedUp'],
  ['a code for something else', rejected('not_applicable'), 'codeNotHere'],
  ['a code no code looks like', replyFixture(422, { code: 'validation_failed' }), 'codeInvalid'],
  ['no answer', replyFixture(0), 'codeFailed'],
])('%s stays in its field, with what is wrong below it', async (_what, reply, error) => {
  const { codes, state, sent, calls } = typed('NOPE', { applyCode: [reply] });
  codes.apply();
  await turn();
  expect(state().promotion).toEqual({ open: true, code: 'NOPE', busy: false, error });
  expect(state().focus).toEqual({ id: 'promotion' });
  expect([sent, calls.length]).toEqual([[], 1]);
});

test('an empty field is asked for its code, and nobody else', async () => {
  const { codes, state, calls } = typed('  ', {});
  codes.apply();
  await turn();
  expect(state().promotion.error).toBe('codeMissing');
  expect(calls).toEqual([]);
});

test.each([409, 410])(
  'where a code comes too late (%i), the order is shown as it is',
  async (status) => {
    const expired = sessionFixture({ state: 'expired' });
    const { codes, showClosed } = typed('SAVE20', {
      applyCode: [replyFixture(status, { code: 'session_expired' })],
      readSession: [replyFixture(200, { ...expired })],
    });
    codes.apply();
    await turn();
    expect(showClosed).toHaveBeenCalledWith(expired);
  },
);
