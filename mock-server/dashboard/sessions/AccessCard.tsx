import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { CopyButton } from '../views/CopyButton.tsx';

const shown = 10;

const CopyField = ({
  id,
  label,
  text,
  short,
  what,
  help,
}: {
  id: string;
  label: string;
  text: string;
  /** What is seen of it, when that is not all. */
  short?: string;
  what: string;
  help: string;
}) => (
  <div class="field">
    <p class="lab" id={id}>
      {label}
    </p>
    <div class="copy" role="group" aria-labelledby={id}>
      <code class={short === undefined ? '' : 'cut'}>{short ?? text}</code>
      <CopyButton text={text} what={what} />
    </div>
    <p class="help">{help}</p>
  </div>
);

/** The two ways to hand a session to its shopper: the token for PaymentKit.js, and the address of its page. */
export const AccessCard = ({ session }: { session: CheckoutSession }) => (
  <div class="card pad">
    <CopyField
      id="secure-token"
      label="Secure token"
      text={session.secure_token}
      short={`${session.secure_token.slice(0, shown)}${'•'.repeat(16)}`}
      what="secure token"
      help="For PaymentKit.js. Give it only to this shopper’s browser."
    />
    <CopyField
      id="checkout-url"
      label="Checkout URL"
      text={session.url}
      what="checkout URL"
      help="To share. Whoever has it can pay this order."
    />
  </div>
);
