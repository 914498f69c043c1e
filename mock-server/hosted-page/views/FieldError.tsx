import { alertIcon, Icon } from './Icon.tsx';

/** What is wrong, below its field, with a shape as well as a colour. */
export const FieldError = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p class="err" id={id}>
      <Icon d={alertIcon} />
      {text}
    </p>
  );
