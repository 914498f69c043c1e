import { redirectToCheckout } from 'paymentkit-js';
import { useState } from 'react';

/** Goes to the checkout on a page of its own. */
export function LeaveButton({ startOrder }: { readonly startOrder: () => Promise<string> }) {
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      // Resolves when the shopper comes back to this very page with Back.
      await redirectToCheckout({ url: startOrder });
    } finally {
      setLeaving(false);
    }
  };
  return (
    <button
      className="button quiet"
      type="button"
      disabled={leaving}
      onClick={() => {
        void leave();
      }}
    >
      {leaving ? 'One moment' : 'Pay on a page of its own'}
    </button>
  );
}
