import { parseUrl } from '../order/parseUrl.ts';
import type { LaterView } from './View.ts';

/** The bank's page in the language of this one. Only a page of this server: the stand-in for a bank. */
const ownPage = (address: string, locale: string): string | undefined => {
  const url = parseUrl(address, location.href);
  url?.searchParams.set('locale', locale);
  return url?.origin === location.origin ? url.href : undefined;
};

/** 3-D Secure: the bank's page, nested. It tells this page nothing; the payment is asked how it stands. */
export const ChallengeView = ({ state, actions, words }: LaterView) => {
  const { phase } = state;
  if (phase.name !== 'challenge') return null;
  const src = ownPage(phase.url, state.locale);
  return (
    <section class="col" aria-labelledby="heading">
      <div>
        <h2 id="heading" tabIndex={-1} aria-describedby="why">
          {words.challenge}
        </h2>
        <p class="muted" id="why">
          {words.challengeHint}
        </p>
      </div>
      {src && <iframe class="frame" src={src} title={words.challengeFrame} />}
      <button
        type="button"
        class="link mid"
        aria-disabled={phase.canceling}
        onClick={actions.cancelChallenge}
      >
        {words.challengeCancel}
      </button>
    </section>
  );
};
