import { safeUrl } from '../../order/safeUrl.ts';
import { endingOf, type Ending } from './endingOf.ts';
import { Icon } from '../Icon.tsx';
import { Landmark, LandmarkFooter } from '../Landmark.tsx';
import { Merchant } from '../order/Merchant.tsx';
import { Receipt } from './Receipt.tsx';
import type { LaterView } from '../View.ts';
import { Words } from '../Words.tsx';

const Onward = ({ ending, ...view }: LaterView & { ending: Ending }) => {
  const { state, session, actions, words } = view;
  const { phase } = state;
  if (!ending.onward || state.redirect === 'never') return null;
  const on = ending.onward === 'continue';
  const url = on ? session.success_url : session.return_url;
  if (safeUrl(url) === undefined) return null;
  const completed = phase.name === 'completed';
  return (
    <>
      <button type="button" class={completed ? 'btn main' : 'btn'} onClick={actions.leave}>
        <span>
          <Words
            text={on ? words.continueTo : words.returnTo}
            values={{ m: session.merchant.name }}
          />
        </span>
      </button>
      {completed && <p class="help">{words.takingBack}</p>}
    </>
  );
};

/** An answer that fills the page: what happened, whether money moved, and a way on. */
export const EndingView = (view: LaterView) => {
  const { state, session } = view;
  const ending = endingOf(view);
  return (
    <Landmark state={state}>
      <div class="col solo">
        <Merchant {...view} />
        <span class={ending.good ? 'disc good' : 'disc'} aria-hidden="true">
          <Icon d={ending.icon} />
        </span>
        <div role="status">
          <h1 id="heading" tabIndex={-1} aria-describedby="why">
            {ending.title}
          </h1>
          <p class="muted" id="why">
            <Words
              text={ending.text}
              values={{
                m: session.merchant.name,
                a: ending.notCharged ?? ending.amount,
                b: ending.amount,
              }}
            />
          </p>
        </div>
        {ending.receipt && <Receipt {...view} />}
        <Onward {...view} ending={ending} />
      </div>
      <LandmarkFooter texts={state.texts} />
    </Landmark>
  );
};
