import { formatDate } from '../format/formatDate.ts';
import { everyInterval } from '../order/intervalWords.ts';
import { orderKind } from '../order/orderKind.ts';
import { recurringCharges } from '../order/recurringCharges.ts';
import { trialEnd } from '../order/trialEnd.ts';
import { moneyOf } from './moneyOf.ts';
import type { SessionView } from './View.ts';
import { Words } from './Words.tsx';

/** What pressing the button allows the merchant to do later. */
export const Consent = (view: SessionView) => {
  const { state, session } = view;
  const { texts, locale } = state;
  const m = session.merchant.name;
  const charges = recurringCharges(session).map(
    (charge) => `${moneyOf(view)(charge.amount)} ${everyInterval(texts, charge)}`,
  );
  const end = trialEnd(session);
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
      <Words text={text} values={values} num={['charges']} />
    </p>
  );
};
