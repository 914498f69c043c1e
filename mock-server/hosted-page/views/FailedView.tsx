import { type Phase, sentenceOfPage } from '../state/PageState.ts';
import { crossIcon, Icon } from './Icon.tsx';
import { Landmark } from './Landmark.tsx';
import type { View } from './View.ts';
import { Words } from './Words.tsx';

const WaysOn = ({ state: { texts, ownUrl }, actions, retrying }: View & { retrying: boolean }) => (
  <div class="acts wide">
    <button type="button" class="btn" aria-disabled={retrying} onClick={actions.retry}>
      {retrying && <span class="spin" aria-hidden="true" />}
      {texts.tryAgain}
    </button>
    {ownUrl !== undefined && (
      <a href={ownUrl} target="_blank" rel="noreferrer">
        {texts.openInNewPage}
      </a>
    )}
  </div>
);

/**
 * The checkout could not be loaded. What was paid in another window, or here before the page around this one was loaded
 * anew, nobody knows then: so it says only that it will say so.
 */
export const FailedView = ({
  phase,
  ...view
}: View & { phase: Extract<Phase, { name: 'failed' }> }) => {
  const { texts } = view.state;
  const final = phase.code === 'token_rejected';
  return (
    <Landmark state={view.state}>
      <div class="col solo">
        <span class="disc" aria-hidden="true">
          <Icon d={crossIcon} />
        </span>
        <div role="alert">
          <h1 id="heading" tabIndex={-1}>
            {texts.network}
          </h1>
          <p class="muted">
            {final
              ? sentenceOfPage(view.state, 'notFoundHint')
              : `${texts.networkHint} ${texts.paidAlready}`}
          </p>
        </div>
        {!final && <WaysOn {...view} retrying={phase.retrying} />}
        <p class="help">
          <Words text={texts.errorCode} values={{ code: <code>{phase.code}</code> }} />
        </p>
      </div>
    </Landmark>
  );
};
