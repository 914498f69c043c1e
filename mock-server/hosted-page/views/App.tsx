import type { ComponentType } from 'preact';
import { FailedView } from './FailedView.tsx';
import { FormView } from './FormView.tsx';
import type { View } from './View.ts';

interface AppProps extends View {
  /** The screens of the page's second half. */
  readonly Later: ComponentType<View> | undefined;
}

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
