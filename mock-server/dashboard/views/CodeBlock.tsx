/** Text to read and copy, in lines as it is. It scrolls, so it can be reached with the keyboard. */
export const CodeBlock = ({
  text,
  label,
  look = '',
}: {
  text: string;
  label: string;
  look?: string;
}) => (
  <pre tabIndex={0} role="region" aria-label={label} class={look}>
    {text}
  </pre>
);
