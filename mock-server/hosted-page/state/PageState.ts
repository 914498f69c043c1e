import type { Session } from '../api/Session.ts';
import { emptyValues, type FormErrors, type FormValues } from '../form/FormValues.ts';
import type { FirstTexts, LaterTexts, Locale, TextKey } from '../texts/Texts.ts';

/**
 * What the page is doing. One at a time; `nextPhases` says what may follow what.
 * `checking`: the answer to a payment was lost. `offer`: the card was declined, and a dearer order is offered instead.
 * `done`: paid, but not by this window.
 */
export type Phase =
  | { readonly name: 'loading' }
  | {
      readonly name: 'failed';
      readonly code: string;
      readonly retrying: boolean;
    }
  | { readonly name: 'refused'; readonly origin: string | undefined }
  | { readonly name: 'form' }
  | { readonly name: 'paying' }
  | { readonly name: 'checking'; readonly gaveUp: boolean }
  | { readonly name: 'challenge'; readonly url: string; readonly canceling: boolean }
  | { readonly name: 'offer'; readonly offered: Session; readonly busy: boolean }
  | { readonly name: 'pending' }
  | { readonly name: 'elsewhere' }
  | {
      readonly name: 'completed';
      readonly paidWith: PaidWith | undefined;
      /** The order that the button named, where a cheaper one was charged in its place. */
      readonly insteadOf: Session | undefined;
    }
  | { readonly name: 'done'; readonly followed: boolean }
  | { readonly name: 'canceled' }
  | { readonly name: 'expired' };

export interface PaidWith {
  readonly brand: string;
  readonly last4: string;
  /** `04/29`, of a card that was saved. */
  readonly expires?: string;
}

/** The message above the form after an attempt that took no money. */
export type Note =
  | {
      readonly kind: 'declined';
      readonly title: TextKey;
      readonly sentences: readonly TextKey[];
      readonly action: 'anotherCard' | 'tryAgain';
      /** The number that was declined: its field stays marked until it changes. */
      readonly number: string;
    }
  | {
      readonly kind: 'changed';
      readonly from: number;
      readonly to: number;
      /** Where it is known: the code was used up by others. */
      readonly why?: TextKey;
    };

export interface PromotionState {
  readonly open: boolean;
  readonly code: string;
  readonly busy: boolean;
  readonly error: TextKey | undefined;
}

/** Everything the views show. */
export interface PageState {
  readonly phase: Phase;
  readonly session: Session | undefined;
  readonly values: FormValues;
  readonly saveCard: boolean;
  readonly errors: FormErrors;
  readonly note: Note | undefined;
  readonly promotion: PromotionState;
  /** Whether an order of many lines is unfolded. */
  readonly allLines: boolean;
  /** Read out by assistive technology, politely. */
  readonly announcement: string;
  /** The element to focus once it is there; a new object asks again. */
  readonly focus: { readonly id: string } | undefined;
  readonly surface: 'page' | 'inline' | 'overlay';
  readonly redirect: 'auto' | 'never';
  readonly locale: Locale;
  readonly texts: FirstTexts;
  /** The other half of the words, once it is needed. */
  readonly laterTexts: LaterTexts | undefined;
  /** The complete address of this checkout, to open it on its own; only where it is inside another page. */
  readonly ownUrl: string | undefined;
}

/** What may change without the phase. */
export type PageChanges = Partial<Omit<PageState, 'phase'>>;

/** The state before anything is known. */
export const initialPageState = (
  given: Pick<PageState, 'surface' | 'locale' | 'texts'>,
): PageState => ({
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
  laterTexts: undefined,
  ...given,
});

/** A sentence in the page's language. Those of the second half come with what shows them. */
export const sentenceOfPage = ({ texts, laterTexts }: PageState, key: TextKey): string =>
  ({ ...texts, ...laterTexts })[key] ?? '';
