import type { ComponentType } from 'preact';
import type { Phase } from '../state/PageState.ts';
import { ChallengeView } from './ChallengeView.tsx';
import { CheckingView } from './CheckingView.tsx';
import { CheckoutView } from './CheckoutView.tsx';
import { EndingView } from './ending/EndingView.tsx';
import { OfferView } from './OfferView.tsx';
import { RefusedView } from './RefusedView.tsx';
import type { LaterView, View } from './View.ts';

/** What stands beside the order, in the place of the form. */
const beside: Partial<Record<Phase['name'], ComponentType<LaterView>>> = {
  challenge: ChallengeView,
  checking: CheckingView,
  offer: OfferView,
};

/** Every screen but the form and the failure to load. */
export const LaterScreen = (view: View) => {
  const { phase, session, laterTexts: words } = view.state;
  if (!words) return null;
  if (phase.name === 'refused')
    return <RefusedView phase={phase} texts={words} state={view.state} />;
  if (!session) return null;
  const later = { ...view, session, words };
  const Beside = beside[phase.name];
  if (!Beside) return <EndingView {...later} />;
  return (
    <CheckoutView {...view} session={session}>
      <Beside {...later} />
    </CheckoutView>
  );
};
