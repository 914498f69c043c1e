import fc from 'fast-check';
import { expect } from 'vitest';
import { checkoutCommand, onVisit } from './checkoutCommand.ts';
import {
  isSpent,
  tell,
  totalOf,
  type CardName,
  type CheckoutModel,
  type Visit,
} from './CheckoutModel.ts';
import { complete, decline, expire, happenings, passTime } from './happenings.ts';

const refusal = { open: undefined, processing: 409, completed: 409, expired: 410 } as const;

const addCoupon = (percent: number, most: number | null) =>
  checkoutCommand(`a coupon of ${String(percent)} % for ${String(most)}`, async (model, shop) => {
    await shop.addCoupon(percent, most);
    model.coupons.push({ percent, most, used: 0 });
    tell(model, 'coupon.created');
    return undefined;
  });

const open = (quantity: number, hours: number, nth: number) =>
  checkoutCommand(
    `${String(quantity)} of it for ${String(hours)} h, coupon ${String(nth)}`,
    async (model, shop) => {
      const coupon = model.coupons[nth];
      const refused = coupon && isSpent(model, coupon) ? 422 : undefined;
      const answer = await shop.open(quantity, hours, nth);
      if (refused !== undefined) return [answer, refused];
      const expires = model.now + hours * 3_600_000;
      const visit = { subtotal: quantity * 4900, expires, coupon, attempts: [] };
      model.visits.push({ ...visit, state: 'open' });
      tell(model, 'checkout_session.created');
      return [answer, undefined];
    },
  );

/** What the card does with a payment that has begun. */
function begin(model: CheckoutModel, visit: Visit, card: CardName): unknown {
  const ends = model.now + (card === 'slow' ? 60_000 : 600_000);
  const attempt = { status: 'processing', amount: totalOf(visit), ends, refunded: 0 } as const;
  const begun: Visit['attempts'][number] = { ...attempt };
  visit.attempts.push(begun);
  visit.state = 'processing';
  tell(model, 'payment_intent.created');
  if (card === 'bad') {
    decline(model, visit, begun);
    return 402;
  }
  if (card === 'good') complete(model, visit, begun);
  else if (card === 'asking') begun.status = 'requires_action';
  if (card !== 'good') tell(model, `payment_intent.${begun.status}`);
  return expect.objectContaining({ status: card === 'good' ? 'completed' : begun.status });
}

const pay = (nth: number, card: CardName, tooMuch: boolean) =>
  onVisit(`${tooMuch ? 'too much' : 'paid'} by a ${card} card for`, nth, async (...both) => {
    const [model, shop, visit, place] = both;
    const total = totalOf(visit);
    const answer = await shop.pay(place, total === 0 ? undefined : card, total + Number(tooMuch));
    const refused = refusal[visit.state];
    if (refused !== undefined) return [answer, refused];
    const withdrawn = visit.coupon && isSpent(model, visit.coupon, visit);
    if (withdrawn) visit.coupon = undefined;
    if (withdrawn || tooMuch) return [answer, 409];
    if (total > 0) return [answer, begin(model, visit, card)];
    complete(model, visit);
    return [answer, expect.objectContaining({ status: 'completed' })];
  });

const end = (nth: number, how: 'complete' | 'expire') =>
  onVisit(how, nth, async (model, shop, visit, place) => {
    const before = visit.state;
    const reached = before === (how === 'complete' ? 'completed' : 'expired');
    const answer = await shop.api(
      'POST',
      `/checkout-sessions/${shop.visits[place]?.id ?? ''}/${how}`,
    );
    if (before !== 'open' && !reached) return [answer, 409];
    if (before === 'open') (how === 'complete' ? complete : expire)(model, visit);
    return [answer, expect.objectContaining({ state: visit.state })];
  });

const answerBank = (nth: number, passes: boolean) =>
  onVisit(passes ? 'the bank is answered for' : 'the bank refuses', nth, async (...both) => {
    const [model, shop, visit, place] = both;
    const attempt = visit.attempts.find(({ status }) => status === 'requires_action');
    if (!attempt) return undefined;
    const outcome = passes ? 'complete' : 'decline';
    await shop.control(`/sessions/${shop.visits[place]?.id ?? ''}/outcome`, { outcome });
    (passes ? complete : decline)(model, visit, attempt);
    return undefined;
  });

const refund = (nth: number, part: number) =>
  onVisit(`${String(part)} quarters go back of`, nth, async (model, shop, visit, place) => {
    const paid = visit.attempts.find(({ status }) => status === 'succeeded');
    if (!paid) return undefined;
    const { payment_intent_id } = (await shop.api(
      'GET',
      `/checkout-sessions/${shop.visits[place]?.id ?? ''}`,
    )) as { readonly payment_intent_id: string };
    const amount_atom = Math.ceil((paid.amount * part) / 4);
    const answer = await shop.api('POST', '/payments/refunds', { payment_intent_id, amount_atom });
    if (paid.refunded + amount_atom > paid.amount) return [answer, 422];
    paid.refunded += amount_atom;
    model.refunds.push({ settles: model.now + 5000, settled: false });
    tell(model, 'invoice.updated');
    tell(model, 'refund.created');
    return [answer, expect.objectContaining({ status: 'pending', amount_atom })];
  });

const advance = (more: number) =>
  checkoutCommand(`the next thing happens, and ${String(more)} ms go by`, async (model, shop) => {
    const by = Math.max(1, (happenings(model)[0]?.at ?? model.now) - model.now + more);
    passTime(model, by);
    await shop.control('/clock', { advance: `${String(by)}ms` });
    return undefined;
  });

const nth = fc.nat(5);
const percents = fc.constantFrom(1, 33.5, 50, 100);
const uses = fc.constantFrom(null, 1, 1, 2);
const quantities = fc.integer({ min: 1, max: 3 });
const hours = fc.constantFrom(1, 24);
const cards = fc.constantFrom<CardName>('good', 'bad', 'asking', 'slow');
const seldom = fc.constantFrom(false, false, false, true);
const endings = fc.constantFrom('complete' as const, 'expire' as const);
const quarters = fc.integer({ min: 1, max: 5 });

/** Everything that can be done to checkouts. What can follow is as frequent as what it follows. */
export const checkoutCommands = (maxCommands: number) =>
  fc.commands(
    [
      fc.oneof(
        { weight: 2, arbitrary: fc.tuple(percents, uses).map((all) => addCoupon(...all)) },
        { weight: 4, arbitrary: fc.tuple(quantities, hours, fc.nat(1)).map((all) => open(...all)) },
        { weight: 8, arbitrary: fc.tuple(nth, cards, seldom).map((all) => pay(...all)) },
        { weight: 3, arbitrary: fc.tuple(nth, fc.boolean()).map((all) => answerBank(...all)) },
        { weight: 2, arbitrary: fc.tuple(nth, endings).map((all) => end(...all)) },
        { weight: 3, arbitrary: fc.tuple(nth, quarters).map((all) => refund(...all)) },
        { weight: 6, arbitrary: fc.constantFrom(0, 0, -1, -1, 1).map(advance) },
      ),
    ],
    { maxCommands, size: 'max' },
  );
