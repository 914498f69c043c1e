import type { Reply } from '../../../page-parts/requestReply.ts';
import type { Attempt } from '../../api/attemptIn.ts';
import { sessionIn, type Session } from '../../api/Session.ts';
import { fieldNames } from '../../form/fieldNames.ts';
import { nothingTried } from '../../state/nothingTried.ts';
import { refusedFields } from '../../state/refusedFields.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import { errorFocus } from '../focus/errorFocus.ts';
import type { Flow } from '../Flow.ts';
import { followSession } from '../reading/followSession.ts';
import { wasShownBefore } from '../reading/wasShownBefore.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import type { TextKey } from '../../texts/Texts.ts';
import { attemptHere } from './attemptHere.ts';
import { mayHaveBegun } from './mayHaveBegun.ts';
import { reopenForm } from './reopenForm.ts';
import { showChanged } from './showChanged.ts';
import { showFailed } from '../reading/showForm.ts';

/** Nothing was tried, and the fields or the server's own words say why. */
const refused = (flow: Flow, { body }: Reply): void => {
  const state = flow.store.get();
  const errors = refusedFields(body, state.values);
  const first = fieldNames.find((field) => errors[field]);
  reopenForm(flow, {
    reason: 'not_attempted',
    session: sessionIn(body),
    show: first
      ? { errors, ...errorFocus(state, first, errors[first]) }
      : { note: nothingTried, focus: { id: 'note' } },
  });
};

/** A payment is under way already: of this window before it was loaded anew, or of another, which is watched. */
const underWay = async (flow: Flow, session: Session | undefined): Promise<Attempt | undefined> => {
  const isOurs = mayHaveBegun(flow);
  const attempt = session && isOurs ? attemptHere(flow, session) : undefined;
  if (attempt) return attempt;
  flow.send({ t: 'h:declined', reason: 'not_attempted' });
  const isFollowed = flow.store.enter({ name: 'elsewhere' }, headingFocus());
  return isFollowed ? followSession(flow, isOurs) : undefined;
};

/** The session as it is now: not every refusal holds it. */
const present = async ({ api }: Flow, { body }: Reply): Promise<Session | undefined> =>
  sessionIn(body) ?? sessionIn((await api.readSession()).body);

/** A code that the shopper sees no more was used up by others. */
const whyChanged = ({ store }: Flow, { body }: Reply): TextKey | undefined =>
  body['reason'] === 'exhausted' && store.get().session?.discount?.promotion_code
    ? 'codeUsedUp'
    : undefined;

/** Shows why the server did not take a payment at all. Gives the payment that is gone on with in its place. */
export const settleRefusal = async (flow: Flow, reply: Reply): Promise<Attempt | undefined> => {
  switch (reply.code) {
    case 'session_processing':
      return underWay(flow, await present(flow, reply));
    case 'session_completed':
      finishDone(flow, await present(flow, reply), !wasShownBefore());
      break;
    case 'session_expired':
      finishExpired(flow, sessionIn(reply.body));
      break;
    case 'amount_changed':
      showChanged(flow, await present(flow, reply), 'not_attempted', whyChanged(flow, reply));
      break;
    case 'token_rejected':
      showFailed(flow, reply.code);
      break;
    default:
      refused(flow, reply);
  }
  return undefined;
};
