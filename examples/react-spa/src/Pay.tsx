import { PaymentKitCheckout } from 'paymentkit-js/react';
import { Link, useNavigate, useParams } from 'react-router';
import { shopApi } from '../../shop-server/client/shopApi.ts';
import { kits } from './kits.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { useHeading } from './useHeading.ts';

/** The checkout in the page, and a way out to the whole one. */
export function Pay() {
  const { kit: id = '' } = useParams();
  const navigate = useNavigate();
  const kit = kits.find((one) => one.id === id);
  const title = kit ? `Pay for the ${kit.name}` : 'We have no such kit';
  const heading = useHeading(title);
  const startOrder = () => shopApi.startOrder({ product: id, storefront: 'react-spa' });

  return (
    <div className="two">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="lede">{kit?.about}</p>
        <p className="actions">
          <Link className="button quiet" to="/">
            {kit ? 'Change the order' : 'Back to the shop'}
          </Link>
          {kit && <LeaveButton startOrder={startOrder} />}
        </p>
      </div>
      {kit && (
        <PaymentKitCheckout
          className="checkout"
          key={id}
          url={startOrder}
          completion={{ endpoint: '/api/completion' }}
          appearance={{ accentColor: '#7a4a2b', radius: '0px' }}
          redirect="never"
          onComplete={({ session }) => void navigate(`/success?session_id=${session.id}`)}
          onCancel={() => void navigate('/')}
        />
      )}
    </div>
  );
}
