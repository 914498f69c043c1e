import { followOrder } from '../shop-server/client/followOrder.ts';

// The id in the address is a lookup key and proves nothing. What the page says comes from the shop's server, which asks
// PaymentKit with its secret key and shows an order only to the browser that placed it.
const sessionId = new URLSearchParams(location.search).get('session_id');
await followOrder(sessionId ?? '');
