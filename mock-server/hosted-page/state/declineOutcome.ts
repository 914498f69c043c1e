import type { FormErrors } from '../form/validateForm.ts';
import type { Note } from './PageState.ts';

/** What the shopper sees after an attempt that took no money, and where focus goes. */
export interface DeclineOutcome {
  readonly note: Note | undefined;
  readonly errors: FormErrors;
  readonly focus: 'note' | 'expiry' | 'securityCode';
}

/** Turns a decline code into words and a way on. An unknown code is a plain decline. */
export const declineOutcome = (code: string | undefined, number: string): DeclineOutcome => {
  const note = (changes: Partial<Extract<Note, { kind: 'declined' }>>): DeclineOutcome => ({
    note: {
      kind: 'declined',
      title: 'declined',
      sentences: ['noReason', 'notCharged'],
      action: 'anotherCard',
      number,
      ...changes,
    },
    errors: {},
    focus: 'note',
  });
  switch (code) {
    case 'expired_card':
      return { note: undefined, errors: { expiry: 'cardExpired' }, focus: 'expiry' };
    case 'incorrect_cvc':
      return {
        note: undefined,
        errors: { securityCode: 'securityCodeWrong' },
        focus: 'securityCode',
      };
    case 'insufficient_funds':
      return note({ sentences: ['noFunds', 'notCharged'] });
    case 'processing_error':
      return note({
        title: 'didNotGoThrough',
        sentences: ['bankEnd', 'notCharged'],
        action: 'tryAgain',
        number: '',
      });
    case 'authentication_failed':
    case 'authentication_timeout':
      return note({
        title: 'notConfirmed',
        sentences: ['notCharged', 'tryOrOther'],
        number: '',
      });
    default:
      return note({});
  }
};
