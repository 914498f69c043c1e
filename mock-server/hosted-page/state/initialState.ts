import { emptyValues } from '../form/FormValues.ts';
import type { Locale } from '../texts/Locale.ts';
import type { Texts } from '../texts/Texts.ts';
import type { PageState } from './PageState.ts';

/** The state before anything is known. */
export const initialState = (given: {
  readonly surface: PageState['surface'];
  readonly locale: Locale;
  readonly texts: Texts;
}): PageState => ({
  phase: { name: 'loading' },
  session: undefined,
  values: emptyValues,
  saveCard: false,
  errors: {},
  note: undefined,
  promotion: { open: false, code: '', busy: false, error: undefined },
  allLines: false,
  announcement: '',
  focus: undefined,
  redirect: 'auto',
  ownUrl: undefined,
  ...given,
});
