import type fc from 'fast-check';
import { expect } from 'vitest';
import type { CheckoutModel, Visit } from './CheckoutModel.ts';
import { compareCheckout } from './compareCheckout.ts';
import type { CheckoutShop } from './createCheckoutShop.ts';

/** What was answered, and what the model says of it. */
type Answered = readonly [answer: unknown, wanted: unknown] | undefined;

type Run = (model: CheckoutModel, shop: CheckoutShop) => Promise<Answered>;

/** One thing that is done to both. */
export function checkoutCommand(
  name: string,
  run: Run,
  can: (model: CheckoutModel) => boolean = () => true,
) {
  const it: fc.AsyncCommand<CheckoutModel, CheckoutShop> = {
    check: can,
    async run(model, shop) {
      const [answer, wanted] = (await run(model, shop)) ?? [];
      expect(answer).toEqual(wanted);
      await compareCheckout(model, shop);
    },
    toString: () => name,
  };
  return it;
}

/** Done to one of the visits there are. */
export const onVisit = (
  name: string,
  nth: number,
  run: (model: CheckoutModel, shop: CheckoutShop, visit: Visit, place: number) => Promise<Answered>,
) =>
  checkoutCommand(
    `${name} ${String(nth)}`,
    async (model, shop) => {
      const place = nth % model.visits.length;
      const visit = model.visits[place];
      return visit && run(model, shop, visit, place);
    },
    (model) => model.visits.length > 0,
  );
