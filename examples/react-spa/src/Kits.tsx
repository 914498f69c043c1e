import { useCheckout } from 'paymentkit-js/react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { shopApi } from '../../shop-server/client/shopApi.ts';
import { type Kit, kits } from './kits.ts';
import { useHeading } from './useHeading.ts';

/** One kit: to pay for on a page of its own, or at once over this one. */
function KitCard({ kit, tell }: { readonly kit: Kit; readonly tell: (news: string) => void }) {
  const navigate = useNavigate();
  const { open } = useCheckout({
    // The dialog is there at once; the order is made behind its skeleton.
    url: () => shopApi.startOrder({ product: kit.id, storefront: 'react-spa' }),
    completion: { endpoint: '/api/completion' },
    // This is an app: it goes on to its own view instead of loading a page.
    redirect: 'never',
    onComplete: ({ session }) => {
      void navigate(`/success?session_id=${session.id}`);
    },
    onClose: () => tell('You closed the checkout. You have not been charged.'),
  });

  return (
    <li>
      <h2>{kit.name}</h2>
      <p>{kit.about}</p>
      <p className="soft">{kit.price}, shipping included</p>
      <p className="actions">
        <Link className="button" to={`/pay/${kit.id}`} aria-label={`Order the ${kit.name}`}>
          Order
        </Link>
        <button
          className="button quiet"
          type="button"
          aria-label={`Buy now: ${kit.name}`}
          onClick={() => {
            tell('');
            open();
          }}
        >
          Buy now
        </button>
      </p>
    </li>
  );
}

/** What the shop sells. */
export function Kits() {
  const [news, setNews] = useState('');
  const heading = useHeading('Print kits');
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Print your own, by hand
      </h1>
      <p className="lede">Order a kit in two steps, or buy it over this page.</p>
      <ul className="cards">
        {kits.map((kit) => (
          <KitCard key={kit.id} kit={kit} tell={setNews} />
        ))}
      </ul>
      <p className="news" role="status">
        {news}
      </p>
    </>
  );
}
