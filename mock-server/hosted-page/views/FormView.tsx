import { CheckoutView } from './CheckoutView.tsx';
import { NoteView } from './NoteView.tsx';
import { PaymentForm } from './PaymentForm.tsx';
import { TestCards } from './TestCards.tsx';
import type { SessionView } from './View.ts';

/** The order with its form. */
export const FormView = (view: SessionView) => (
  <CheckoutView {...view}>
    <TestCards {...view} />
    <NoteView {...view} />
    <PaymentForm {...view} />
  </CheckoutView>
);
