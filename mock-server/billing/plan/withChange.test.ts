import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PeriodBill } from '../../store/records/SubscriptionRecord.ts';
import { withChange } from './withChange.ts';

const step = fc.record({
  difference: fc.integer({ min: -5000, max: 5000 }),
  isBilled: fc.boolean(),
  /** Which bill is taken back after it, where there is such a one. */
  takenBack: fc.nat(9),
});

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((one, two) => one + two, 0);

test('as long as no time goes by, what counts as billed is what bills and the balance come to, whatever is taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const amounts = new Map([['0', 3000]]);
      let bills: readonly PeriodBill[] = [{ value_atom: 3000, invoice_id: '0' }];
      let carried = 0;
      for (const [index, { difference, isBilled, takenBack }] of steps.entries()) {
        const balance = carried + difference;
        const invoice_id = isBilled && balance > 0 ? String(index + 1) : undefined;
        const change = { value_atom: difference, difference, balance, left: 1, invoice_id };
        bills = withChange(bills, change);
        if (invoice_id !== undefined) amounts.set(invoice_id, balance);
        carried = invoice_id === undefined ? balance : 0;
        amounts.delete(String(takenBack));
        const counting = bills.filter(({ invoice_id: id }) => id === null || amounts.has(id));
        const billed = sum(counting.map(({ value_atom: value }) => value));
        expect(billed).toBe(sum(amounts.values()) + carried);
      }
    }),
    { numRuns: 500 },
  );
});
