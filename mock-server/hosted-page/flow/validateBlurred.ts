import type { FieldName } from '../form/FormValues.ts';
import { validateField } from '../form/validateField.ts';
import { formRules } from '../state/formRules.ts';
import type { Flow } from './Flow.ts';

/** Says what is wrong with a field that the shopper has left. An empty one is not wrong yet: they may only pass through. */
export const validateBlurred = ({ store, clock }: Flow, field: FieldName): void => {
  const { values, errors, session, phase } = store.get();
  if (!session || phase.name !== 'form' || values[field] === '' || errors[field]) return;
  const error = validateField(field, values, formRules(session, clock.now()));
  if (error) store.set({ errors: { ...errors, [field]: error } });
};
