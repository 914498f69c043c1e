import type { Reply } from '../../page-parts/requestReply.ts';
import { sessionIn, type Session } from '../api/Session.ts';
import type { PromotionState } from '../state/PageState.ts';
import { fill, formatMoney } from '../../page-parts/format.ts';
import type { TextKey } from '../texts/Texts.ts';
import { errorFocus } from './focus/errorFocus.ts';
import type { Flow } from './Flow.ts';
import { sendChange } from './reading/showForm.ts';

/** What the promotion code of the order works with. */
interface PromotionFlow extends Flow {
  readonly showClosed: (session: Session) => void;
}

const closed: PromotionState = { open: false, code: '', busy: false, error: undefined };

const sentences: Readonly<Record<string, TextKey>> = {
  expired: 'codeExpired',
  exhausted: 'codeUsedUp',
  not_applicable: 'codeNotHere',
};

const errorOf = ({ code, body }: Reply): TextKey => {
  if (code === 'promotion_code_rejected') return sentences[String(body.reason)] ?? 'codeInvalid';
  return code === 'validation_failed' ? 'codeInvalid' : 'codeFailed';
};

const patch = ({ store }: Flow, changes: Partial<PromotionState>): void => {
  store.set({ promotion: { ...store.get().promotion, ...changes } });
};

const accept = (
  flow: Flow,
  session: Session,
  words: 'codeApplied' | 'codeRemoved',
  code: string,
): void => {
  const { locale, texts, laterTexts } = flow.store.get();
  const a = session.currency && formatMoney(session.amount_total_atom, session.currency, locale);
  flow.store.set({
    session,
    promotion: closed,
    note: undefined,
    focus: { id: words === 'codeApplied' ? 'removeCode' : 'addCode' },
    announcement: fill(laterTexts?.[words] ?? '', { code, a: a ?? '', total: texts.total }),
  });
  sendChange(flow, session);
};

const refuse = async (flow: PromotionFlow, reply: Reply, error?: TextKey): Promise<void> => {
  patch(flow, { busy: false, error });
  // The session may be over by now, or in other hands: that is not about the code.
  if (reply.status !== 409 && reply.status !== 410) return;
  const session = sessionIn((await flow.api.readSession()).body);
  if (session) flow.showClosed(session);
};

const apply = async (flow: PromotionFlow, typed: string): Promise<void> => {
  patch(flow, { busy: true, error: undefined });
  const reply = await flow.api.applyCode(typed);
  const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
  if (session) {
    accept(flow, session, 'codeApplied', session.discount?.promotion_code ?? typed);
    return;
  }
  const error = errorOf(reply);
  flow.store.set(errorFocus(flow.store.get(), 'promotion', error));
  await refuse(flow, reply, error);
};

const remove = async (flow: PromotionFlow, code: string): Promise<void> => {
  patch(flow, { busy: true });
  const reply = await flow.api.removeCode();
  const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
  if (session) {
    accept(flow, session, 'codeRemoved', code);
    return;
  }
  flow.store.set({ announcement: flow.store.get().texts.codeFailed });
  await refuse(flow, reply);
};

const isIdle = ({ store }: Flow): boolean =>
  store.get().phase.name === 'form' && !store.get().promotion.busy;

/** Applies and removes the promotion code of the order. */
export const createPromotion = (flow: PromotionFlow) => ({
  apply: (): void => {
    const code = flow.store.get().promotion.code.trim();
    if (!isIdle(flow)) return;
    if (code !== '') void apply(flow, code);
    else {
      patch(flow, { error: 'codeMissing' });
      flow.store.set(errorFocus(flow.store.get(), 'promotion', 'codeMissing'));
    }
  },
  remove: (): void => {
    const code = flow.store.get().session?.discount?.promotion_code;
    if (code && isIdle(flow)) void remove(flow, code);
  },
});
