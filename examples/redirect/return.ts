import { handleCheckoutReturn } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { followOrder } from '../shop-server/client/followOrder.ts';

// One script for success_url and return_url: which of them the shopper came to says nothing about what happened.
// PaymentKit.js remembers in this tab which checkout it left for, asks PaymentKit, and posts a completion to our server.
const visit = await handleCheckoutReturn({ completion: { endpoint: '/api/completion' } });

// No record: another tab or browser, or an address somebody made up. Our server knows whose order it is, if anybody's.
const sessionId = visit?.sessionId ?? new URLSearchParams(location.search).get('session_id');
const order = await followOrder(sessionId ?? '');

const { resume } = visit ?? {};
if (resume && order?.state === 'open') {
  const button = findElement('resume', HTMLButtonElement);
  button.hidden = false;
  button.addEventListener('click', resume);
}
