import type { Session } from '../api/Session.ts';
import type { FormRules } from '../form/validateField.ts';
import { orderKind } from '../order/orderKind.ts';

/** What this session's form has to hold. */
export const formRules = (session: Session, now: number): FormRules => ({
  emailRequired: session.customer === null,
  cardRequired: orderKind(session) !== 'free',
  testMode: session.test_mode,
  now,
});
