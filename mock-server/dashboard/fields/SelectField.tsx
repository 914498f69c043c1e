import { describedBy, Field, type FieldProps } from './Field.tsx';

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}

/** A field to choose one of a few from: pairs of value and words. */
export const SelectField = <V extends string>(props: SelectFieldProps<V>) => {
  const { id, value, options, onChange, error } = props;
  return (
    <Field {...props}>
      <select
        id={id}
        class="in"
        value={value}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          const { selectedIndex } = event.currentTarget;
          const [chosen] = options[selectedIndex] ?? [];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map(([given, text]) => (
          <option key={given} value={given}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
};
