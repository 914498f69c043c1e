import type { ComponentType } from 'preact';
import { CheckoutView } from './CheckoutView.tsx';
import { FailedView } from './FailedView.tsx';
import { NoteView } from './NoteView.tsx';
import { PaymentForm } from './PaymentForm.tsx';
import { TestCards } from './TestCards.tsx';
import type { SessionView, View } from './View.ts';

interface AppProps extends View {
  /** The screens of the page's second half. */
  readonly Later: ComponentType<View> | undefined;
}

/** The order with its form. */
const FormView = (view: SessionView) => (
  <CheckoutView {...view}>
    <TestCards {...view} />
    <NoteView {...view} />
    <PaymentForm {...view} />
  </CheckoutView>
);

const Screen = ({ Later, ...view }: AppProps) => {
  const { phase, session } = view.state;
  if (phase.name === 'failed') return <FailedView phase={phase} {...view} />;
  if (session && (phase.name === 'form' || phase.name === 'paying')) {
    return <FormView {...view} session={session} />;
  }
  return Later ? <Later {...view} /> : null;
};

/** The page. The line that is read out stands outside what changes, so that it is there before it speaks. */
export const App = (props: AppProps) => (
  <>
    <Screen {...props} />
    <p class="sr" role="status">
      {props.state.announcement}
    </p>
  </>
);
