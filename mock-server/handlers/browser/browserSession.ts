import { changePromotionCode } from '../../checkout/discounts/changePromotionCode.ts';
import { noteOpening } from '../../checkout/noteOpening.ts';
import { restoreFirstOrder } from '../../checkout/paying/restoreFirstOrder.ts';
import { toPublicSession } from '../../checkout/showing/toPublicSession.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import { promotionCodeBodySchema } from '../../schemas/payment.ts';
import { publicSessionSchema } from '../../schemas/publicSession.ts';
import { requireToken } from './requireToken.ts';
import { perform } from '../operations/perform.ts';
import { problemResponse } from '../responses/problemResponse.ts';
import { publicOrigin } from '../requests/publicOrigin.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { findByToken, sessionOperation } from './sessionOperation.ts';

/** Lets the page that asked read the answer, a refusal too: without it the SDK could not tell why. */
export function readableBy(origin: string | null, response: Response): Response {
  response.headers.set('vary', 'Origin');
  if (origin !== null) {
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', 'X-Request-Id, Retry-After');
  }
  return response;
}

/** Carries no token, so that any origin is answered; the read itself decides. */
function preflight(requestId: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '7200',
      'x-request-id': requestId,
    },
  });
}

/** The only operation that pages on other origins may use: those in the session's `allowed_origins`. */
async function retrieve(
  context: ServerContext,
  request: Request,
  requestId: string,
): Promise<Response> {
  const { account, session } = findByToken(context, requireToken(request));
  const own = publicOrigin(request);
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== own && !session.allowed_origins.includes(origin)) {
    throw new Problem(
      403,
      'origin_not_allowed',
      "This page's origin is not in allowed_origins of the checkout session. Add it when you create the session.",
    );
  }
  return perform({
    request,
    requestId,
    account,
    scope: session.id,
    decide({ now }) {
      const current = account.records.sessions.get(session.id) ?? session;
      // Every other reader is a page of the merchant's, or no page at all.
      const isHostedPage = request.headers.get('sec-fetch-site') === 'same-origin';
      if (isHostedPage) noteOpening(account, current, requestId, now);
      return { status: 200, body: toPublicSession(account, current, own, now) };
    },
  });
}

/** What the shopper may change of the order. */
function orderOperations(context: ServerContext): Route[] {
  const answer = { status: 200, schema: () => publicSessionSchema } as const;
  return [
    sessionOperation(context, 'POST', '/promotion-code', {
      summary: 'Apply a promotion code',
      body: promotionCodeBodySchema,
      answer,
      decide({ account, session, body, origin, now }) {
        const changed = changePromotionCode(account, session, body.code, now);
        return { status: 200, body: toPublicSession(account, changed, origin, now) };
      },
    }),
    sessionOperation(context, 'DELETE', '/promotion-code', {
      summary: 'Take a promotion code off',
      answer,
      decide({ account, session, origin, now }) {
        const changed = changePromotionCode(account, session, undefined, now);
        return { status: 200, body: toPublicSession(account, changed, origin, now) };
      },
    }),
    sessionOperation(context, 'DELETE', '/price-change', {
      summary: 'Refuse a price change',
      answer,
      refusals: [409, 410],
      decide({ account, session, origin, now }) {
        const restored = restoreFirstOrder(account, session, now);
        return { status: 200, body: toPublicSession(account, restored, origin, now) };
      },
    }),
  ];
}

/** `/api/checkout/session`: what a browser may read and change with the secure token. */
export function browserSession(context: ServerContext): Route[] {
  const path = '/api/checkout/session';
  return [
    { method: 'OPTIONS', path, respond: (_request, _params, requestId) => preflight(requestId) },
    {
      method: 'GET',
      path,
      document: () => ({
        summary: 'Read a checkout session in the browser',
        access: 'secure_token',
        answer: { status: 200, schema: () => publicSessionSchema },
      }),
      async respond(request, _params, requestId) {
        const origin = request.headers.get('origin');
        try {
          return readableBy(origin, await retrieve(context, request, requestId));
        } catch (error) {
          return readableBy(origin, problemResponse(context, error, requestId));
        }
      },
    },
    ...orderOperations(context),
  ];
}
