import type { ComponentType } from 'preact';
import type { Session } from '../api/Session.ts';
import type { FieldName } from '../form/FormValues.ts';
import type { View } from '../views/View.ts';
import type { Payment } from './payment/createPayment.ts';

/**
 * What the page needs only once the shopper does something, or when there is nothing to pay: it comes in a second file,
 * so that the form is there sooner.
 */
export interface Later {
  readonly payment: Payment;
  readonly applyCode: () => void;
  readonly removeCode: () => void;
  readonly blur: (field: FieldName) => void;
  /** Fills in a card of the test mode. */
  readonly useTestCard: (number: string) => void;
  /** Goes to the merchant. */
  readonly leave: () => void;
  readonly setLanguage: (tag: string) => void;
  /** Shows a session that is not open. */
  readonly showClosed: (session: Session) => void;
  /** Every screen but the form and the failure to load. */
  readonly Screen: ComponentType<View>;
  /** The list in the banner of the test mode. */
  readonly TestCardList: ComponentType<View>;
}
