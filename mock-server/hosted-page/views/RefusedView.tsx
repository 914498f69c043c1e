import type { PageState, Phase } from '../state/PageState.ts';
import type { LaterTexts } from '../texts/Texts.ts';
import { Icon } from './Icon.tsx';
import { Landmark } from './Landmark.tsx';
import { Words } from './Words.tsx';

const shieldIcon =
  'M8 1.8 2.8 3.7v4c0 3.2 2.2 5.3 5.2 6.5 3-1.2 5.2-3.3 5.2-6.5v-4zM8 5v3.2m0 2.3v.1';

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
