import type { FormErrors } from '../form/FormValues.ts';
import type { Note } from './PageState.ts';

/** What the shopper sees after an attempt that took no money, and where focus goes. */
export interface DeclineOutcome {
  readonly note: Note | undefined;
  readonly errors: FormErrors;
  readonly focus: 'note' | 'expiry' | 'securityCode';
}

const note = (changes: Partial<Extract<Note, { kind: 'declined' }>>): DeclineOutcome => ({
  note: {
    kind: 'declined',
    title: 'declined',
    sentences: ['noReason', 'notCharged'],
    action: 'anotherCard',
    number: '',
    ...changes,
  },
  errors: {},
  focus: 'note',
});

const atField = (errors: FormErrors, focus: DeclineOutcome['focus']): DeclineOutcome => ({
  note: undefined,
  errors,
  focus,
});

/** Turns a decline code into words and a way on. An unknown code is a plain decline. */
export const declineOutcome = (code: string | undefined, number: string): DeclineOutcome => {
  switch (code) {
    case 'expired_card':
      return atField({ expiry: 'cardExpired' }, 'expiry');
    case 'incorrect_cvc':
      return atField({ securityCode: 'securityCodeWrong' }, 'securityCode');
    case 'insufficient_funds':
      return note({ sentences: ['noFunds', 'notCharged'], number });
    case 'processing_error':
      return note({
        title: 'didNotGoThrough',
        sentences: ['bankEnd', 'notCharged'],
        action: 'tryAgain',
      });
    case 'authentication_failed':
    case 'authentication_timeout':
      return note({ title: 'notConfirmed', sentences: ['notCharged', 'tryOrOther'] });
    default:
      return note({ number });
  }
};
