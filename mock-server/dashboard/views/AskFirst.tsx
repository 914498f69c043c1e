import { useRef, useState } from 'preact/hooks';

interface AskFirstProps {
  /** What it does. */
  readonly act: string;
  /** The way back, which takes the place of the first button while it asks. */
  readonly keep: string;
  /** What is pressed to do it. */
  readonly confirm: string;
  /** What it is done to, where the same button stands several times on a screen. */
  readonly subject?: string;
  readonly onConfirm: () => void;
}

/**
 * The buttons of what cannot be undone: it asks first. The second press of a double click finds the way back in the
 * place of the question, and who has answered is where they were.
 */
export const AskFirst = ({ act, keep, confirm, subject, onConfirm }: AskFirstProps) => {
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const nameOf = (text: string) => (subject === undefined ? undefined : `${text}: ${subject}`);
  return (
    <>
      <button
        ref={first}
        type="button"
        class="btn"
        aria-label={nameOf(asked ? keep : act)}
        onClick={() => {
          setAsked(!asked);
        }}
      >
        {asked ? keep : act}
      </button>
      {asked && (
        <button
          type="button"
          class="btn danger"
          aria-label={nameOf(confirm)}
          onClick={() => {
            setAsked(false);
            first.current?.focus();
            onConfirm();
          }}
        >
          {confirm}
        </button>
      )}
    </>
  );
};
