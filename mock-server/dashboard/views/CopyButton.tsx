import { Icon } from './Icon.tsx';
import { useCopy } from './useCopy.ts';

const words = { idle: 'Copy', copied: 'Copied', failed: 'Not copied' };

/** `what` completes its name: "Copy secure token". `short`: only "Copy" is seen of it. */
export const CopyButton = ({
  text,
  what,
  look = 'btn',
  short = false,
}: {
  text: string;
  what: string;
  look?: string;
  short?: boolean;
}) => {
  const [state, copy] = useCopy(text);
  return (
    <>
      <button type="button" class={look} onClick={copy}>
        <Icon name={state === 'copied' ? 'check' : state === 'failed' ? 'alert' : 'copy'} />
        <span>
          {words[state]} <span class={short ? 'sr' : ''}>{what}</span>
        </span>
      </button>
      <span class="sr" role="status">
        {state === 'idle' ? '' : `${words[state]} ${what}`}
      </span>
    </>
  );
};
