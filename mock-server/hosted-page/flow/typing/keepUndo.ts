import type { FieldName } from '../../form/FormValues.ts';
import type { PageState } from '../../state/PageState.ts';
import type { Flow } from '../Flow.ts';

/** The fields that are rewritten while they are typed in, which empties what the browser could undo. */
const rewritten: readonly FieldName[] = ['number', 'expiry', 'securityCode'];

/** What a field held: the last one is the next to come back. */
interface History {
  readonly undo: string[];
  readonly redo: string[];
}

type Step = keyof History;

const stepOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Step | undefined => {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey ? 'redo' : undefined;
};

/**
 * Whether the shopper typed it. What is changed otherwise is gone for good: a declined card, and the security code after
 * every attempt.
 */
const typed = (field: FieldName, before: PageState, now: PageState): boolean =>
  before.phase.name === 'form' && now.phase.name === 'form' && document.activeElement?.id === field;

/** Ctrl+Z and its kin in the fields of the card, by the keys: there is nothing left that a browser could take back. */
export const keepUndo = ({ store, signal }: Flow): void => {
  const histories = new Map<FieldName, History>();
  let before = store.get();
  let stepping = false;
  store.subscribe((now) => {
    for (const field of rewritten) {
      const value = before.values[field];
      if (value === now.values[field] || stepping) continue;
      const undo = typed(field, before, now) ? [...(histories.get(field)?.undo ?? []), value] : [];
      histories.set(field, { undo, redo: [] });
    }
    before = now;
  });
  const take = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    const field = rewritten.find((name) => name === document.activeElement?.id);
    if (!step || !field) return;
    event.preventDefault();
    const { values, errors, phase } = store.get();
    const history = histories.get(field);
    const value = phase.name === 'form' ? history?.[step].pop() : undefined;
    if (value === undefined) return;
    history?.[step === 'undo' ? 'redo' : 'undo'].push(values[field]);
    stepping = true;
    store.set({
      values: { ...values, [field]: value },
      errors: { ...errors, [field]: undefined },
    });
    stepping = false;
  };
  document.addEventListener('keydown', take, { signal });
};
