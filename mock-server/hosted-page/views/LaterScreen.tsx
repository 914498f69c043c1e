import { ChallengeView } from './ChallengeView.tsx';
import { CheckingView } from './CheckingView.tsx';
import { CheckoutView } from './CheckoutView.tsx';
import { EndingView } from './EndingView.tsx';
import { RefusedView } from './RefusedView.tsx';
import type { View } from './View.ts';

/** Every screen but the form and the failure to load. */
export const LaterScreen = (view: View) => {
  const { phase, session, laterTexts: words } = view.state;
  if (!words) return null;
  if (phase.name === 'refused')
    return <RefusedView phase={phase} texts={words} state={view.state} />;
  if (!session) return null;
  if (phase.name !== 'challenge' && phase.name !== 'checking') {
    return <EndingView {...view} session={session} words={words} />;
  }
  const later = { ...view, session, words };
  return (
    <CheckoutView {...view} session={session}>
      {phase.name === 'challenge' ? <ChallengeView {...later} /> : <CheckingView {...later} />}
    </CheckoutView>
  );
};
