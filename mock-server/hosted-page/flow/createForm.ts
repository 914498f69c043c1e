import type { FieldName } from '../form/FormValues.ts';
import { formatExpiry } from '../form/formatExpiry.ts';
import { formatField } from '../form/formatField.ts';
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

const without = <T extends object>(object: T, key: keyof T): T => {
  const copy = { ...object };
  delete copy[key];
  return copy;
};

export const createForm = (store: Store, clock: ServerClock): Form => ({
  type(field, typed, deleting) {
    const { values, errors } = store.get();
    const value = formatField(field, typed, values.number, deleting);
    if (value !== values[field]) {
      store.set({ values: { ...values, [field]: value }, errors: without(errors, field) });
    }
    return value;
  },
  saveCard(checked) {
    store.set({ saveCard: checked });
  },
  useTestCard(number) {
    const { values, errors, phase } = store.get();
    if (phase.name !== 'form') return;
    const year = new Date(clock.now()).getUTCFullYear() + 3;
    const shown = formatField('number', number, '');
    store.set({
      values: {
        ...values,
        number: shown,
        expiry: formatExpiry(`12/${String(year)}`),
        securityCode: number.startsWith('37') ? '1234' : '123',
      },
      errors: errors.email ? { email: errors.email } : {},
      note: undefined,
      focus: { id: values.email === '' ? 'email' : 'pay' },
    });
  },
  answerNote() {
    const { note, values } = store.get();
    if (note?.kind !== 'declined') return;
    if (note.action === 'tryAgain') {
      store.set({ note: undefined, focus: { id: 'securityCode' } });
      return;
    }
    store.set({
      note: undefined,
      values: { ...values, number: '', securityCode: '' },
      focus: { id: 'number' },
    });
  },
});
