import { createAfterPress } from './flow/typing/createAfterPress.ts';
import { createPayment } from './flow/payment/createPayment.ts';
import { createPromotion } from './flow/createPromotion.ts';
import type { Flow } from './flow/Flow.ts';
import { keepUndo } from './flow/typing/keepUndo.ts';
import type { Later } from './flow/Later.ts';
import { leaveCheckout } from './flow/ending/leaveCheckout.ts';
import { sayTestMode } from './flow/reading/sayTestMode.ts';
import { lookAgain } from './flow/reading/lookAgain.ts';
import { showClosed } from './flow/reading/showClosed.ts';
import { wasShownBefore } from './flow/reading/wasShownBefore.ts';
import { useTestCard } from './flow/typing/useTestCard.ts';
import type { FieldName } from './form/FormValues.ts';
import { formRules, validateField } from './form/validateForm.ts';
import type { Session } from './api/Session.ts';
import type { PageData } from './PageData.ts';
import { createLanguage } from './texts/createLanguage.ts';
import { LaterScreen } from './views/LaterScreen.tsx';
import { TestCardList } from './views/form/TestCardList.tsx';

/** Says what is wrong with a field that the shopper has left. An empty one is not wrong yet: they may only pass through. */
const validateLeft = ({ store, clock }: Flow, field: FieldName): void => {
  const { values, errors, session, phase } = store.get();
  if (!session || phase.name !== 'form' || values[field] === '' || errors[field]) return;
  const error = validateField(field, values, formRules(session, clock.now()));
  if (error) store.set({ errors: { ...errors, [field]: error } });
};

/** The second half of the page. */
export const createLater = (flow: Flow, languages: PageData['languages']): Later => {
  const payment = createPayment(flow, () => {
    promotion.apply();
  });
  const close = (session: Session): void => {
    showClosed(flow, payment, session);
  };
  const promotion = createPromotion({ ...flow, showClosed: close });
  const afterPress = createAfterPress();
  const setLanguage = createLanguage(flow.store, languages);
  sayTestMode(flow);
  keepUndo(flow);
  if (wasShownBefore()) void lookAgain(flow, close);
  return {
    payment,
    setLanguage: (tag) => void setLanguage(tag),
    applyCode: promotion.apply,
    removeCode: promotion.remove,
    blur: (field) => {
      afterPress(() => {
        validateLeft(flow, field);
      });
    },
    useTestCard: (number) => {
      useTestCard(flow, number);
    },
    leave: () => {
      leaveCheckout(flow);
    },
    showClosed: close,
    Screen: LaterScreen,
    TestCardList,
  };
};
