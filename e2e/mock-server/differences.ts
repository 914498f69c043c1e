const origin = 'A script cannot choose its Origin: the browser writes what it is.';
const reader =
  'A worker is not told where a request is from, so no read is known for one of the checkout page.';
const site =
  'The origin is the site’s: whatever is not PaymentKit’s own path is answered by the site.';

/** The facts that cannot hold in a page, where the worker answers, each with the reason. All others do. */
export const differences: Readonly<Record<string, string>> = {
  'the browser endpoints › a page of the session’s origins may read it; the answer is for that origin alone':
    origin,
  'the browser endpoints › a page of another origin is refused, and can read why': origin,
  'the browser endpoints › POST /payments answers pages of this server only (threats 49, 50)':
    origin,
  'the browser endpoints › GET /payments/pi_1 answers pages of this server only (threats 49, 50)':
    origin,
  'the browser endpoints › POST /payments/pi_1/cancel answers pages of this server only (threats 49, 50)':
    origin,
  'the browser endpoints › POST /promotion-code answers pages of this server only (threats 49, 50)':
    origin,
  'the browser endpoints › DELETE /promotion-code answers pages of this server only (threats 49, 50)':
    origin,
  'the browser endpoints › a secret key in a browser is told to be revoked, and no token is a 401':
    origin,
  'faults of requests › the page of a merchant can read why its read failed': origin,
  'payments › a challenge takes no answer of a page that is not this server’s': origin,
  'settling a session without its page › its timeline tells what became of it, and who was told':
    reader,
  'the control plane › its front page says the same': site,
  'refusals › any other path that there is not is a 404': site,
  'the OpenAPI document › names the server that it was read from': site,
};
