import { formatDate } from '../../../page-parts/format.ts';
import { everyInterval } from '../../order/interval.ts';
import { orderKind } from '../../order/orderKind.ts';
import { recurringOrders } from '../../order/orderKind.ts';
import { trialEndOfOrder } from '../../order/orderKind.ts';
import { moneyOfView, type SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

/** What pressing the button allows the merchant to do later. */
export const Consent = (view: SessionView) => {
  const { state, session } = view;
  const { texts, locale } = state;
  const m = session.merchant.name;
  // An amount inside a run of words stays from left to right: these are the marks that begin and end that.
  const charges = recurringOrders(session).map(
    (charge) => `\u2066${moneyOfView(view)(charge.amount)}\u2069 ${everyInterval(state, charge)}`,
  );
  const end = trialEndOfOrder(session);
  const setup = orderKind(session) === 'setup';
  if (!setup && charges.length === 0) return null;
  const text = setup ? texts.consentSetup : end ? texts.consentTrial : texts.consent;
  const values = {
    m,
    charges: new Intl.ListFormat(locale).format(charges),
    d: end && formatDate(end, locale),
  };
  return (
    <p class="help">
      <Words text={text} values={values} />
    </p>
  );
};
