import type { PageState, Phase } from '../state/PageState.ts';
import type { LaterTexts } from '../texts/Texts.ts';
import { shieldIcon, Icon } from './Icon.tsx';
import { Landmark } from './Landmark.tsx';
import { Words } from './Words.tsx';

/** Shown on a site that is not on the session's list: no order, no merchant, nothing to type a card into. */
export const RefusedView = ({
  phase,
  texts,
  state,
}: {
  state: PageState;
  phase: Extract<Phase, { name: 'refused' }>;
  texts: LaterTexts;
}) => (
  <Landmark state={state}>
    <div class="col solo">
      <span class="disc" aria-hidden="true">
        <Icon d={shieldIcon} />
      </span>
      <div role="alert">
        <h1 id="heading" tabIndex={-1}>
          {texts.refused}
        </h1>
        <p class="muted">{texts.refusedHint}</p>
      </div>
      {phase.origin !== undefined && (
        <details class="wide">
          <summary class="link">{texts.forDeveloper}</summary>
          <p class="muted">
            <Words
              text={texts.refusedDetail}
              values={{
                origin: <code>{phase.origin}</code>,
                list: <code>allowed_origins</code>,
                success: <code>success_url</code>,
                return: <code>return_url</code>,
              }}
            />
          </p>
        </details>
      )}
    </div>
  </Landmark>
);
