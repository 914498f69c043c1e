import type { Reply } from '../api/Reply.ts';
import type { Session } from '../api/Session.ts';
import { sessionIn } from '../api/sessionIn.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { PromotionState } from '../state/PageState.ts';
import { fill } from '../texts/fill.ts';
import type { TextKey } from '../texts/Texts.ts';
import type { Flow } from './Flow.ts';
import { sendChange } from './sendChange.ts';

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

/** Applies and removes the promotion code of the order. */
export const createPromotion = (flow: Flow, showClosed: (session: Session) => void) => {
  const { store, api } = flow;
  const patch = (changes: Partial<PromotionState>): void => {
    store.set({ promotion: { ...store.get().promotion, ...changes } });
  };
  const isIdle = (): boolean => store.get().phase.name === 'form' && !store.get().promotion.busy;

  const took = (session: Session, words: 'codeApplied' | 'codeRemoved', code: string): void => {
    const { locale, texts } = store.get();
    const currency = session.currency ?? '';
    const a = currency && formatMoney(session.amount_total_atom, currency, locale);
    store.set({
      session,
      promotion: closed,
      note: undefined,
      focus: { id: words === 'codeApplied' ? 'removeCode' : 'addCode' },
      announcement: fill(texts[words], { code, a, total: texts.total }),
    });
    sendChange(flow, session);
  };
  /** The session may be over by now, or in other hands: what the server says then is not about the code. */
  const refused = async (reply: Reply, error: TextKey | undefined): Promise<void> => {
    patch({ busy: false, error });
    if (reply.status !== 409 && reply.status !== 410) return;
    const session = sessionIn((await api.readSession()).body);
    if (session) showClosed(session);
  };

  const apply = async (typed: string): Promise<void> => {
    patch({ busy: true, error: undefined });
    const reply = await api.applyCode(typed);
    const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
    if (session) {
      took(session, 'codeApplied', session.discount?.promotion_code ?? typed);
      return;
    }
    store.set({ focus: { id: 'promotion' } });
    await refused(reply, errorOf(reply));
  };

  const remove = async (code: string): Promise<void> => {
    patch({ busy: true });
    const reply = await api.removeCode();
    const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
    if (session) {
      took(session, 'codeRemoved', code);
      return;
    }
    store.set({ announcement: store.get().texts.codeFailed });
    await refused(reply, undefined);
  };

  return {
    apply(): void {
      const code = store.get().promotion.code.trim();
      if (!isIdle()) return;
      if (code !== '') void apply(code);
      else {
        patch({ error: 'codeMissing' });
        store.set({ focus: { id: 'promotion' } });
      }
    },
    remove(): void {
      const code = store.get().session?.discount?.promotion_code;
      if (code && isIdle()) void remove(code);
    },
  };
};
