import { formatField } from '../../form/formatField.ts';
import type { FieldName } from '../../form/FormValues.ts';
import { orderKind } from '../../order/orderKind.ts';
import type { Store } from '../../state/createStore.ts';

/** What the shopper does in the form. */
export interface Form {
  /** Takes what was typed and gives back what the field shows. */
  readonly type: (field: FieldName, typed: string, deleting: boolean) => string;
  readonly saveCard: (checked: boolean) => void;
  /** The button in the note above the form. */
  readonly answerNote: () => void;
}

export const createForm = (store: Store): Form => ({
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
  answerNote: () => {
    const { note, values, session } = store.get();
    if (note?.kind !== 'declined' || !session) return;
    const another = note.action === 'anotherCard';
    // The code is all that an attempt takes away.
    const whole = values.securityCode || orderKind(session) === 'free';
    store.set({
      note: undefined,
      focus: { id: another ? 'number' : whole ? 'pay' : 'securityCode' },
      ...(another && { values: { ...values, number: '', securityCode: '' } }),
    });
  },
});
