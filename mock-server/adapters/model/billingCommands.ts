import fc from 'fast-check';
import type { BillingModel, Duration } from './BillingModel.ts';
import { cancel, chargeBill } from './collectBill.ts';
import { compareBilling, readBills, subscriptionSchema } from './compareBilling.ts';
import type { BillingShop } from './createBillingShop.ts';
import { passTime, pause, resume } from './passTime.ts';

type Run = (model: BillingModel, shop: BillingShop) => Promise<unknown>;

/** One thing that is done to both, where it can be done now. */
function command(name: string, run: Run, can: (model: BillingModel) => boolean = () => true) {
  const it: fc.AsyncCommand<BillingModel, BillingShop> = {
    check: can,
    async run(model, shop) {
      await run(model, shop);
      await compareBilling(model, shop);
    },
    toString: () => name,
  };
  return it;
}

const lives = (it: BillingModel): boolean => it.state !== 'cancelled';
const runs = (it: BillingModel): boolean => it.state === 'active';
const pathOf = (shop: BillingShop): string => `/subscriptions/${shop.subscription}`;

const advance = (hours: number) =>
  command(`${String(hours)} h go by`, async (model, shop) => {
    passTime(model, hours * 3_600_000);
    await shop.clock({ advance: `${String(hours)}h` });
  });

/** Up to the very moment: what happens at once with something else is in the right order, or a period is over that is not. */
const advanceToNext = (more: number) =>
  command(`the next thing happens, and ${String(more)} ms go by`, async (model, shop) => {
    const by = Math.max(1, (model.tasks[0]?.at ?? model.now) - model.now + more);
    passTime(model, by);
    await shop.clock({ advance: `${String(by)}ms` });
  });

const changeCard = (isPoor: boolean) =>
  command(`the ${isPoor ? 'poor' : 'good'} card is charged from now on`, async (it, shop) => {
    it.isPoor = isPoor;
    const default_payment_method_id = shop.cards[isPoor ? 'poor' : 'good'];
    await shop.api('PATCH', pathOf(shop), { default_payment_method_id });
  });

const giveCoupon = (duration: Duration) =>
  command(`half off, ${String(duration)}`, async (it, shop) => {
    // After the bill of this very moment, where there is one.
    it.coupon = { duration, since: Math.max(it.now, it.periodStart + 1) };
    const months = typeof duration === 'number' && {
      ...{ duration: 'repeating', duration_in_months: duration },
    };
    const { id } = await shop.made('/coupons', { percent_off: 50, duration, ...months });
    await shop.api('PATCH', pathOf(shop), { coupon_id: id });
  });

const endWithPeriod = (ends: boolean) =>
  command(
    ends ? 'it is to end with its period' : 'it is not to end',
    async (it, shop) => {
      it.endsWithPeriod = ends;
      await shop.api('PATCH', pathOf(shop), { cancel_at_period_end: ends });
    },
    lives,
  );

const pauseNow = (cycles: number | null) =>
  command(
    `it stands still for ${String(cycles)} cycles`,
    async (model, shop) => {
      pause(model, cycles);
      await shop.api('POST', `${pathOf(shop)}/pause`, { pause_for_cycles: cycles });
    },
    runs,
  );

const pauseAtEnd = (cycles: number | null) =>
  command(
    `it is to stand still after its period for ${String(cycles)} cycles`,
    async (it, shop) => {
      it.pausesWithPeriod = { cycles };
      const asked = { pause_behavior: 'pause_at_end', pause_for_cycles: cycles };
      await shop.api('POST', `${pathOf(shop)}/pause`, asked);
    },
    runs,
  );

const goOn = () =>
  command(
    'it goes on',
    async (model, shop) => {
      resume(model);
      await shop.api('POST', `${pathOf(shop)}/resume`);
    },
    (it) => it.state === 'paused',
  );

const changeQuantity = (quantity: number) =>
  command(
    `${String(quantity)} of it from now on`,
    async (it, shop) => {
      it.quantity = quantity;
      const { items } = subscriptionSchema.parse(await shop.api('GET', pathOf(shop)));
      const item = { subscription_item_id: items[0]?.id, quantity };
      const asked = { items: [item], proration_behavior: 'none' };
      await shop.api('POST', `${pathOf(shop)}/change-plan`, asked);
    },
    runs,
  );

const payOldest = (byGoodCard: boolean) =>
  command(
    `somebody pays the oldest open bill${byGoodCard ? ' by the good card' : ''}`,
    async (model, shop) => {
      const place = model.bills.findIndex(({ status }) => status === 'open');
      const bill = model.bills[place];
      if (bill) chargeBill(model, bill, byGoodCard);
      const { data } = await readBills(shop);
      const chosen = byGoodCard ? { payment_method_id: shop.cards.good } : {};
      await shop.api('POST', `/invoices/${data.reverse()[place]?.id ?? ''}/pay`, chosen);
    },
    (it) => it.bills.length <= 100 && it.bills.some(({ status }) => status === 'open'),
  );

const end = (voids: boolean) =>
  command(
    voids ? 'it is ended, and so are its bills' : 'it is ended',
    async (model, shop) => {
      cancel(model, voids);
      const refund_option = voids ? 'cancel_unpaid' : 'none';
      await shop.api('POST', `${pathOf(shop)}/cancel`, { refund_option });
    },
    lives,
  );

const cycles = fc.constantFrom(null, 1, 2);

/** Everything that can be done to a subscription. Time goes by more often than anything else happens, and few things end it. */
export const billingCommands = (maxCommands: number) =>
  fc.commands(
    [
      fc.oneof(
        { weight: 16, arbitrary: fc.constantFrom(0, 0, 0, -1, 1).map(advanceToNext) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 31 * 24 }).map(advance) },
        { weight: 4, arbitrary: fc.boolean().map(changeCard) },
        {
          weight: 3,
          arbitrary: fc.constantFrom<Duration>('once', 'forever', 1, 2).map(giveCoupon),
        },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }).map(changeQuantity) },
        { weight: 3, arbitrary: fc.boolean().map(payOldest) },
        { weight: 2, arbitrary: cycles.map(pauseNow) },
        { weight: 1, arbitrary: cycles.map(pauseAtEnd) },
        { weight: 4, arbitrary: fc.constant(goOn()) },
        { weight: 1, arbitrary: fc.constantFrom(false, false, true).map(endWithPeriod) },
        { weight: 1, arbitrary: fc.boolean().map(end) },
      ),
    ],
    { maxCommands, size: 'max' },
  );
