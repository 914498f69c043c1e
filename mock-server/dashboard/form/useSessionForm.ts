import { useState } from 'preact/hooks';
import type { SessionForm } from './SessionForm.ts';
import type { FormFault } from './formFaults.ts';

/** The form while it is being filled in, and what is wrong with it. */
export interface FormState {
  readonly form: SessionForm;
  readonly faults: readonly FormFault[];
  readonly change: (changes: Partial<SessionForm>) => void;
  readonly refuse: (faults: readonly FormFault[]) => void;
  /** What is wrong at a place of the body, `line_items.0.quantity`. */
  readonly faultAt: (place: string) => string | undefined;
  /** Takes a fault away: its field is being changed. */
  readonly mend: (place: string) => void;
  /** Changes what belongs to a place, and takes its fault away. */
  readonly put: (place: string, changes: Partial<SessionForm>) => void;
}

export const useSessionForm = (initial: SessionForm): FormState => {
  const [form, setForm] = useState(initial);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const change = (changes: Partial<SessionForm>): void => {
    setForm((before) => ({ ...before, ...changes }));
  };
  const mend = (place: string): void => {
    setFaults((before) => before.filter((fault) => fault.place !== place));
  };
  return {
    form,
    faults,
    change,
    mend,
    put(place, changes) {
      mend(place);
      change(changes);
    },
    refuse: setFaults,
    faultAt: (place) => faults.find((fault) => fault.place === place)?.message,
  };
};
