/** After which a name may go on in the next line: `checkout_session.` `completed`. */
const joints = /(?<=[._@/?&=])(?=[^._@/?&=])/;

/**
 * A name, an address or an id that breaks at its joints before it breaks in the middle of a word. Copied, it is as it
 * was, and so it is read out: a place to break is a space in the name that Chromium gives a link, unless it is hidden.
 */
export const Breakable = ({ text }: { text: string }) => (
  <>
    {text
      .split(joints)
      .flatMap((part, index) => (index === 0 ? [part] : [<wbr aria-hidden="true" />, part]))}
  </>
);
