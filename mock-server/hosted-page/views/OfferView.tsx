import { Consent } from './form/Consent.tsx';
import { OrderLines } from './order/OrderLines.tsx';
import { payLabel } from './form/PayButton.tsx';
import { Totals } from './order/Totals.tsx';
import { moneyOfView, type LaterView } from './View.ts';
import { Words } from './Words.tsx';

/** The two answers: the offered price, or another card for the first one. */
const Answers = ({
  offered,
  a,
  busy,
  ...view
}: LaterView & { offered: LaterView; a: string; busy: boolean }) => (
  <>
    <button type="button" class="btn main" aria-disabled={busy} onClick={view.actions.acceptOffer}>
      <span>{payLabel(offered)}</span>
    </button>
    <button type="button" class="link mid" aria-disabled={busy} onClick={view.actions.declineOffer}>
      <span>
        <Words text={view.words.otherCardFor} values={{ a }} />
      </span>
    </button>
  </>
);

/** A dearer order in the place of the one that was declined: the shopper is asked, and nothing is charged before. */
export const OfferView = (view: LaterView) => {
  const { state, session, words } = view;
  const { phase } = state;
  if (phase.name !== 'offer') return null;
  const offered = { ...view, session: phase.offered };
  const a = moneyOfView(view)(session.amount_total_atom);
  return (
    <section class="col" aria-labelledby="heading">
      <div role="status">
        <h2 id="heading" tabIndex={-1} aria-describedby="why">
          {words.offer}
        </h2>
        <p class="muted" id="why">
          <Words text={words.offerHint} values={{ m: session.merchant.name, a }} />
        </p>
      </div>
      <div class="lines">
        <OrderLines {...offered} />
        <Totals {...offered} />
      </div>
      <Consent {...offered} />
      <Answers {...view} offered={offered} a={a} busy={phase.busy} />
    </section>
  );
};
