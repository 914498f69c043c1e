import type { ComponentChild, InputHTMLAttributes, TargetedInputEvent } from 'preact';
import type { FieldName } from '../../form/FormValues.ts';
import { formatCaret } from '../../form/formatField.ts';
import { sentenceOfPage } from '../../state/PageState.ts';
import { alertIcon, Icon } from '../Icon.tsx';
import type { View } from '../View.ts';

interface TextFieldProps extends View {
  readonly name: FieldName;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: 'email';
  readonly digits?: boolean;
  readonly placeholder?: string;
  readonly limit?: number;
  /** Marked as wrong by something said elsewhere, whose id this is. */
  readonly wrongBecause?: string | undefined;
  /** Shown at the end of the field. */
  readonly children?: ComponentChild;
}

/** What is wrong, below its field, with a shape as well as a colour. */
export const FieldError = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p class="err" id={id}>
      <Icon d={alertIcon} />
      {text}
    </p>
  );

/** What an input and the end of a composition have in common. */
type TakenEvent = Pick<TargetedInputEvent<HTMLInputElement>, 'currentTarget'> &
  Partial<Pick<InputEvent, 'inputType' | 'isComposing'>>;

/** Shows what the field makes of what was typed, and leaves the caret where the shopper had it. */
const takeInput = (
  { name, actions, digits }: TextFieldProps,
  { currentTarget: input, inputType, isComposing }: TakenEvent,
): void => {
  // A word that is still being composed would fall apart under a caret that moves.
  if (digits && isComposing) return;
  const typed = input.value;
  const caret = input.selectionStart;
  // A browser that fills the form in sends an event without a kind.
  const deleting = /^del/.test(inputType ?? '');
  const value = actions.type(name, typed, deleting);
  if (value !== input.value) input.value = value;
  // Asking an e-mail field for its caret throws; only fields with digits are rewritten.
  if (!digits || caret === null || document.activeElement !== input) return;
  const position = formatCaret(typed, caret, value);
  input.setSelectionRange(position, position);
};

/** A field: label above, error below, linked for assistive technology. */
export const TextField = (props: TextFieldProps) => {
  const { state, actions, name, label, digits, type, wrongBecause, children } = props;
  const error = state.errors[name];
  const errorId = `${name}-error`;
  const describedBy = error ? errorId : wrongBecause;
  const kind: InputHTMLAttributes = type ? { type } : {};
  const take = (event: TakenEvent): void => {
    takeInput(props, event);
  };
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <div class="in">
        <input
          id={name}
          name={name}
          {...kind}
          inputMode={digits ? 'numeric' : type}
          autocomplete={props.autocomplete}
          placeholder={props.placeholder}
          maxLength={props.limit ?? 64}
          spellcheck={false}
          value={state.values[name]}
          readOnly={state.phase.name !== 'form'}
          aria-invalid={describedBy !== undefined}
          aria-describedby={describedBy}
          onInput={take}
          onCompositionEnd={take}
          onBlur={() => {
            actions.blur(name);
          }}
        />
        {children}
      </div>
      <FieldError id={errorId} text={error && sentenceOfPage(state, error)} />
    </div>
  );
};
