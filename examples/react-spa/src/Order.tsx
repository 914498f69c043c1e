import { useCheckoutReturn } from 'paymentkit-js/react';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatMoney } from '../../shop-server/client/formatMoney.ts';
import { orderWords } from '../../shop-server/client/orderWords.ts';
import { type OrderView, shopApi } from '../../shop-server/client/shopApi.ts';
import { useHeading } from './useHeading.ts';

type Answer = OrderView | 'unknown' | 'unreachable' | 'asking';

const checking = {
  heading: 'We are checking your payment',
  message: 'This takes a moment. Please do not pay again.',
};

/** What the shop's own server says of an order: nothing else is believed, and nobody else is asked. */
function useOrder(sessionId: string | undefined, pending: boolean): Answer {
  const [answer, setAnswer] = useState<Answer>('asking');
  useEffect(() => {
    if (pending) return undefined;
    let isThere = true;
    const ask = async (): Promise<Answer> => {
      try {
        return (await shopApi.readOrder(sessionId ?? '')) ?? 'unknown';
      } catch {
        return 'unreachable';
      }
    };
    void ask().then((order) => {
      if (isThere) setAnswer(order);
    });
    return () => {
      isThere = false;
    };
  }, [sessionId, pending]);
  return answer;
}

/** Where shoppers come to after the checkout, in this app or from a page of its own. */
export function Order() {
  const [query] = useSearchParams();
  // Posts a completion when the shopper comes back from a redirect; the app's own views have done so already.
  const { pending, visit } = useCheckoutReturn({ completion: { endpoint: '/api/completion' } });
  const answer = useOrder(visit?.sessionId ?? query.get('session_id') ?? undefined, pending);
  const order = typeof answer === 'string' ? undefined : answer;
  const state = typeof answer === 'string' ? answer : answer.state;
  const words = state === 'asking' ? checking : orderWords[state];
  const heading = useHeading(words.heading);

  return (
    <div className="result" role="status" aria-busy={state === 'asking'}>
      <h1 ref={heading} tabIndex={-1}>
        {words.heading}
      </h1>
      <p className="lede">{words.message}</p>
      {order && (
        <dl className="receipt">
          <dt>Order</dt>
          <dd>{order.reference}</dd>
          <dt>Item</dt>
          <dd>{order.product}</dd>
          <dt>{order.paidAtom === undefined ? 'Total' : 'Paid'}</dt>
          <dd>{formatMoney(order.paidAtom ?? order.amountAtom, order.currency)}</dd>
        </dl>
      )}
      <p className="actions">
        <Link className="button quiet" to="/">
          Back to the shop
        </Link>
      </p>
    </div>
  );
}
