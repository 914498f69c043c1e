import type { View } from './View.ts';

/** Only a page of this server: the stand-in for a bank. */
const isOwn = (url: string): boolean =>
  URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;

/** 3-D Secure: the bank's page, nested. It tells this page nothing; the payment is asked how it stands. */
export const ChallengeView = ({ state, actions }: View) => {
  const { phase, texts } = state;
  if (phase.name !== 'challenge') return null;
  return (
    <section class="col" aria-labelledby="heading">
      <div>
        <h2 id="heading" tabIndex={-1}>
          {texts.challenge}
        </h2>
        <p class="muted">{texts.challengeHint}</p>
      </div>
      {isOwn(phase.url) && (
        <iframe
          class="frame"
          // Neither scripts nor a way to navigate this page.
          sandbox="allow-forms allow-same-origin"
          src={phase.url}
          title={texts.challengeFrame}
        />
      )}
      <button
        type="button"
        class="link mid"
        aria-disabled={phase.canceling}
        onClick={actions.cancelChallenge}
      >
        {texts.challengeCancel}
      </button>
    </section>
  );
};
