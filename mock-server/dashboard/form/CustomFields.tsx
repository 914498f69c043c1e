import type { Catalogue, FieldDefinition } from '../api/Catalogue.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { FormState } from './useSessionForm.ts';

interface OneProps {
  readonly state: FormState;
  readonly definition: FieldDefinition;
  readonly place: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const optionsOf = ({ data_type: type, options }: FieldDefinition): (readonly [string, string])[] =>
  type === 'boolean'
    ? [
        ['', 'Not given'],
        ['true', 'Yes'],
        ['false', 'No'],
      ]
    : [['', 'Not given'], ...(options ?? []).map((option) => [option, option] as const)];

/** One value, in a control that fits its definition. */
const CustomField = ({ state, definition, place, value, onChange }: OneProps) => {
  const { key, data_type: type, display_name: name } = definition;
  const id = `${place}.${key}`;
  const common = { id, label: name, value, help: <code>{key}</code>, error: state.faultAt(id) };
  const put = (next: string): void => {
    state.mend(id);
    onChange(next);
  };
  return type === 'text' || type === 'number' ? (
    <TextField
      {...common}
      {...(type === 'number' && { inputMode: 'numeric' as const })}
      onInput={put}
    />
  ) : (
    <SelectField {...common} options={optionsOf(definition)} onChange={put} />
  );
};

/** The account's own fields of a session, and of the subscriptions that come of it. */
export const CustomFields = ({ state, catalogue }: { state: FormState; catalogue: Catalogue }) => {
  const { form, change } = state;
  const groups = [
    ['checkout_session', 'Custom fields', 'custom_fields', 'fields'],
    [
      'subscription',
      'Custom fields of its subscriptions',
      'params_for_sub.custom_fields',
      'subscriptionFields',
    ],
  ] as const;
  return (
    <>
      {groups.map(([entity, title, place, values]) => {
        const definitions = catalogue.definitions.filter((each) => each.entity === entity);
        if (definitions.length === 0) return null;
        return (
          <fieldset key={entity} class="pad inset">
            <legend class="sr">{title}</legend>
            <p class="lab" aria-hidden="true">
              {title}
            </p>
            <div class="two">
              {definitions.map((definition) => (
                <CustomField
                  key={definition.id}
                  {...{ state, definition, place }}
                  value={form[values][definition.key] ?? ''}
                  onChange={(value) => {
                    change({ [values]: { ...form[values], [definition.key]: value } });
                  }}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </>
  );
};
