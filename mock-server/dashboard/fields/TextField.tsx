import { describedBy, Field, type FieldProps } from './Field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly look?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'url' | 'email';
  readonly placeholder?: string;
  readonly rows?: number;
  readonly type?: 'password';
}

/** A field to type into; with `rows`, of several lines. */
export const TextField = (props: TextFieldProps) => {
  const { id, value, onInput, look = '', inputMode, placeholder, rows, type, error } = props;
  const common = {
    id,
    value,
    class: `in ${look}`.trim(),
    placeholder,
    spellcheck: false,
    autocomplete: 'off',
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(props),
  };
  return (
    <Field {...props}>
      {rows === undefined ? (
        <input
          {...common}
          {...(type && { type })}
          inputMode={inputMode}
          onInput={(event) => {
            onInput(event.currentTarget.value);
          }}
        />
      ) : (
        <textarea
          {...common}
          rows={rows}
          onInput={(event) => {
            onInput(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
};
