import type { LaterView } from './View.ts';

/** Only a page of this server: the stand-in for a bank. */
const isOwn = (url: string): boolean =>
  URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;

/** 3-D Secure: the bank's page, nested. It tells this page nothing; the payment is asked how it stands. */
export const ChallengeView = ({ state, actions, words }: LaterView) => {
  const { phase } = state;
  if (phase.name !== 'challenge') return null;
  return (
    <section class="col" aria-labelledby="heading">
      <div>
        <h2 id="heading" tabIndex={-1}>
          {words.challenge}
        </h2>
        <p class="muted">{words.challengeHint}</p>
      </div>
      {isOwn(phase.url) && <iframe class="frame" src={phase.url} title={words.challengeFrame} />}
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
