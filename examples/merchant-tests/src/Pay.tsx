import { useEffect, useRef, useState } from 'react';
import { mountCheckout } from 'paymentkit-js';

type Note = 'declined' | 'paid' | 'failed' | undefined;

const words = {
  declined: 'Your card was declined. Try another one.',
  paid: 'Thank you. Your order is paid.',
  failed: 'The checkout did not load. Your order is kept.',
};

/** The last step of the order: the checkout, and what the shop says beside it. */
export function Pay({ order, onPaid }: { readonly order: string; readonly onPaid: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const paid = useRef(onPaid);
  const [note, setNote] = useState<Note>();

  useEffect(() => {
    paid.current = onPaid;
  }, [onPaid]);

  useEffect(() => {
    if (!place.current) return undefined;
    const checkout = mountCheckout(place.current, {
      url: async () => {
        const response = await fetch(`/api/orders/${order}/session`, { method: 'POST' });
        return response.text();
      },
      completion: { endpoint: `/api/orders/${order}/confirm` },
      redirect: 'never',
      onSubmit: () => setNote(undefined),
      onDecline: () => setNote('declined'),
      onError: () => setNote('failed'),
      onComplete: () => {
        setNote('paid');
        paid.current();
      },
    });
    return () => checkout.destroy();
  }, [order]);

  return (
    <section aria-label="Payment">
      <p role="status">{note && words[note]}</p>
      <div ref={place} />
    </section>
  );
}
