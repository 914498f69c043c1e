import { endPayment } from '../../checkout/paying/endPayment.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';
import { readBody } from '../requests/readBody.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { requireOwnOrigin } from '../browser/sessionOperation.ts';
import { loadHostedPages } from './loadHostedPages.ts';
import { pageResponse } from './pageResponse.ts';

type Outcome = 'pass' | 'fail';

async function readOutcome(request: Request): Promise<Outcome> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    const detail = 'The outcome must come from a form (application/x-www-form-urlencoded).';
    throw new Problem(415, 'unsupported_media_type', detail);
  }
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(request)));
  const [outcome, ...more] = form.getAll('outcome');
  if (more.length === 0 && (outcome === 'pass' || outcome === 'fail')) return outcome;
  throw Problem.invalid([
    { loc: ['body', 'outcome'], msg: 'Give pass or fail, once', type: 'invalid_value' },
  ]);
}

/** One answer counts: the first. Afterwards the page only says which it was. */
function answerChallenge(account: Account, id: string, outcome: Outcome | undefined) {
  return account.decide((now): PaymentRecord | undefined => {
    const payment = account.records.payments.byKey(id);
    if (payment?.status !== 'requires_action' || outcome === undefined) return payment;
    const failed = { kind: 'decline', code: 'authentication_failed' } as const;
    return endPayment(account, payment, outcome === 'pass' ? { kind: 'succeed' } : failed, now);
  });
}

function outcomeOf(payment: PaymentRecord): Outcome | undefined {
  if (payment.status === 'requires_action') return undefined;
  return payment.status === 'succeeded' ? 'pass' : 'fail';
}

async function challenge(
  context: ServerContext,
  request: Request,
  params: PathParams,
  requestId: string,
): Promise<Response> {
  const given = request.method === 'POST' ? await readOutcome(request) : undefined;
  const pages = await loadHostedPages();
  const locale = pages.localeOf(request);
  const id = params['id'] ?? '';
  const account = context.store.findChallenge(id)?.account;
  const payment = account && answerChallenge(account, id, given);
  if (!account || !payment) {
    const html = pages.renderNotice({ locale, about: 'challenge' });
    return pageResponse(html, { requestId, frameAncestors: [], status: 404 });
  }
  const { amount_atom, currency, card } = payment;
  const html = pages.renderChallenge({
    locale,
    merchantName: account.merchant.name,
    amount: currency === null || amount_atom === 0 ? undefined : { amount_atom, currency },
    card: { brand: card.brand, last4: card.last4 },
    outcome: outcomeOf(payment),
  });
  const origins = account.records.sessions.get(payment.session_id ?? '')?.allowed_origins ?? [];
  return pageResponse(html, { requestId, frameAncestors: ["'self'", ...origins] });
}

/** The stand-in for a bank's 3-D Secure page. It messages nobody: the hosted page asks how the payment ended. */
export function challengePage(context: ServerContext): Route[] {
  const path = '/checkout/challenge/:id';
  return [
    {
      method: 'GET',
      path,
      respond: (request, params, requestId) => challenge(context, request, params, requestId),
    },
    {
      method: 'POST',
      path,
      respond(request, params, requestId) {
        requireOwnOrigin(request);
        return challenge(context, request, params, requestId);
      },
    },
  ];
}
