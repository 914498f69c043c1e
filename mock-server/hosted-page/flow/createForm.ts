import { formatField } from '../form/formatField.ts';
import type { FieldName } from '../form/FormValues.ts';
import type { PageChanges, PageState } from '../state/PageState.ts';
import type { Store } from '../state/createStore.ts';
import type { ServerClock } from './createServerClock.ts';

/** What the shopper does in the form. */
export interface Form {
  /** Takes what was typed and gives back what the field shows. */
  readonly type: (field: FieldName, typed: string, deleting: boolean) => string;
  readonly saveCard: (checked: boolean) => void;
  readonly useTestCard: (number: string) => void;
  /** The button in the note above the form. */
  readonly answerNote: () => void;
}

/** The form with a card of the banner in it, good for three more years of the server's time. */
const withTestCard = ({ values, errors }: PageState, number: string, now: number): PageChanges => {
  const year = String((new Date(now).getUTCFullYear() + 3) % 100);
  return {
    values: {
      ...values,
      number: formatField('number', number, ''),
      expiry: `12 / ${year}`,
      securityCode: '123',
    },
    errors: { email: errors.email },
    note: undefined,
    focus: { id: values.email === '' ? 'email' : 'pay' },
  };
};

export const createForm = (store: Store, clock: ServerClock): Form => ({
  type: (field, typed, deleting) => {
    const { values, errors } = store.get();
    const value = formatField(field, typed, values.number, deleting);
    if (value !== values[field]) {
      store.set({
        values: { ...values, [field]: value },
        errors: { ...errors, [field]: undefined },
      });
    }
    return value;
  },
  saveCard: (checked) => {
    store.set({ saveCard: checked });
  },
  useTestCard: (number) => {
    const state = store.get();
    if (state.phase.name === 'form') store.set(withTestCard(state, number, clock.now()));
  },
  answerNote: () => {
    const { note, values } = store.get();
    if (note?.kind !== 'declined') return;
    const another = note.action === 'anotherCard';
    store.set({
      note: undefined,
      focus: { id: another ? 'number' : 'securityCode' },
      ...(another && { values: { ...values, number: '', securityCode: '' } }),
    });
  },
});
