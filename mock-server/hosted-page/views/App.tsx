import type { Later } from '../flow/Later.ts';
import { CheckoutView } from './CheckoutView.tsx';
import { FailedView } from './FailedView.tsx';
import { NoteView } from './NoteView.tsx';
import { PaymentForm } from './form/PaymentForm.tsx';
import { TestCards } from './form/TestCards.tsx';
import type { SessionView, View } from './View.ts';

interface AppProps extends View {
  /** The page's second half, once it is there. */
  readonly later: Later | undefined;
}

/** The order with its form. */
const FormView = ({ later, ...view }: SessionView & Pick<AppProps, 'later'>) => (
  <CheckoutView {...view}>
    <TestCards {...view} List={later?.TestCardList} />
    <NoteView {...view} />
    <PaymentForm {...view} />
  </CheckoutView>
);

const Screen = ({ later, ...view }: AppProps) => {
  const { phase, session } = view.state;
  if (phase.name === 'failed') return <FailedView phase={phase} {...view} />;
  if (session && (phase.name === 'form' || phase.name === 'paying')) {
    return <FormView {...view} later={later} session={session} />;
  }
  return later ? <later.Screen {...view} /> : null;
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
