import type { ComponentChildren } from 'preact';
import { Icon } from '../views/Icon.tsx';

export interface FieldProps {
  /** Its id, and its place in the body of the request. */
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly help?: ComponentChildren;
  readonly error?: string | undefined;
  /**
   * Nothing else says that something is wrong: who sent the form with Enter is in the field already, and hears nothing
   * new.
   */
  readonly announced?: boolean;
}

/** What a control is told of the words around it. */
export const describedBy = ({ id, help, error }: FieldProps): string | undefined => {
  const ids = [error !== undefined && `${id}-e`, help !== undefined && `${id}-h`];
  const given = ids.filter((each) => each !== false).join(' ');
  return given === '' ? undefined : given;
};

/** A label, its control, and below it what is wrong or worth knowing. */
export const Field = ({ children, ...props }: FieldProps & { children: ComponentChildren }) => {
  const { id, label, optional = false, help, error, announced } = props;
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <span class="opt">optional</span>}
      </label>
      {children}
      {error !== undefined && (
        <p class="err" id={`${id}-e`} role={announced ? 'alert' : undefined}>
          <Icon name="alert" />
          {error}
        </p>
      )}
      {help !== undefined && (
        <p class="help" id={`${id}-h`}>
          {help}
        </p>
      )}
    </div>
  );
};
