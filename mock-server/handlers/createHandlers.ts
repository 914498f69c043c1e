import { http, type HttpHandler } from 'msw/http';
import { nearestPaths, type KnownPath } from '../domain/requests/nearestPaths.ts';
import { Problem } from '../domain/requests/Problem.ts';
import { createAnswerSchemas } from '../resources/answerSchema.ts';
import { mapResources } from '../resources/mapResources.ts';
import { browserSession } from './browser/browserSession.ts';
import { checkoutSessions } from './api/checkoutSessions.ts';
import { control } from './control/control.ts';
import { controlAccounts, withoutKeys } from './control/controlAccounts.ts';
import { controlDeliveries } from './control/controlDeliveries.ts';
import { controlFaults } from './control/controlFaults.ts';
import { controlRequests } from './control/controlRequests.ts';
import { controlSessions } from './control/controlSessions.ts';
import { controlStream } from './control/controlStream.ts';
import { createObserver } from './observing/createObserver.ts';
import { createRequestLog, type RequestLog } from './observing/createRequestLog.ts';
import { keepDirectAnswer, type DirectAnswer } from './responses/directAnswers.ts';
import { invoiceActions } from './api/invoiceActions.ts';
import { openApi } from './openapi/openApi.ts';
import { challengePage } from './pages/challengePage.ts';
import { checkoutPages } from './pages/checkoutPages.ts';
import { dashboardPages } from './pages/dashboardPages.ts';
import { resourceRoutes } from './api/resourceRoutes.ts';
import type { PathParams, Route } from './Route.ts';
import type { ServerContext } from './ServerContext.ts';
import { sessionPayments } from './browser/sessionPayments.ts';
import { subscriptionActions } from './api/subscriptionActions.ts';
import { subscriptionCreate } from './api/subscriptionCreate.ts';
import { withoutStacks } from './withoutStacks.ts';

/** Where PaymentKit answers: its API and its hosted pages. One mock plays both, so each path is known on both. */
export const paymentKitOrigins = ['https://api.paymentkit.com', 'https://checkout.paymentkit.com'];

type Resolver = (info: {
  readonly request: Request;
  readonly params: Record<string, string | readonly string[] | undefined>;
}) => Response | Promise<Response>;

const methods = {
  GET: http.get,
  POST: http.post,
  PATCH: http.patch,
  DELETE: http.delete,
  OPTIONS: http.options,
} as const;

/** What a known path answers to a method it does not have. `HEAD` is `GET` without the body. */
function otherMethods(routes: readonly Route[]): Route['respond'] {
  const get = routes.find(({ method }) => method === 'GET');
  const allowed: string[] = routes.map(({ method }) => method);
  if (get) allowed.push('HEAD');
  const allow = allowed.join(', ');
  return async (request, params, requestId) => {
    if (request.method === 'HEAD' && get) {
      const { status, headers, body } = await get.respond(request, params, requestId);
      // A stream would go on for nobody.
      await body?.cancel();
      return new Response(null, { status, headers });
    }
    throw new Problem(405, 'method_not_allowed', `This path knows ${allow} only.`, {
      headers: { allow },
    });
  };
}

/** What a path is told that nobody knows. */
function answerUnknown(byPath: ReadonlyMap<string, readonly Route[]>): Route['respond'] {
  return (request) => {
    const known = [...byPath].map(([path, routes]): KnownPath => {
      return { path, methods: routes.map(({ method }) => method) };
    });
    const meant = nearestPaths(request.method, new URL(request.url).pathname, known);
    const guess = meant.length > 0 ? `Perhaps you mean ${meant.join(' or ')}.` : 'Check it.';
    throw Problem.notFound('path', `${guess} GET /openapi.json lists all of the API.`);
  };
}

function toHandler(
  make: (path: string, resolver: Resolver) => HttpHandler,
  path: string,
  answer: DirectAnswer,
): HttpHandler {
  // No path repeats a parameter, so each value is one text.
  const handler = make(path, ({ request, params }) => answer(request, params as PathParams));
  return keepDirectAnswer(handler, answer);
}

/** Every operation of the server. */
function createRoutes(context: ServerContext, log: RequestLog): Route[] {
  const schemaOf = createAnswerSchemas();
  const routes = [
    ...checkoutSessions(context),
    ...browserSession(context),
    ...sessionPayments(context),
    ...checkoutPages(context),
    ...challengePage(context),
    ...control(context),
    ...controlAccounts(context),
    ...controlStream(context),
    ...controlSessions(context),
    ...controlDeliveries(context),
    ...controlFaults(context),
    ...controlRequests(context, log),
    ...dashboardPages(context),
    ...invoiceActions(context, schemaOf),
    ...subscriptionActions(context, schemaOf),
    ...subscriptionCreate(context, schemaOf),
    ...mapResources((resource) => resourceRoutes(context, resource, schemaOf)).flat(),
  ];
  return [...routes, ...withoutKeys(routes), openApi(routes)];
}

/** The server as MSW handlers. They are all there is: an adapter adds a transport and nothing else. */
export function createHandlers(
  context: ServerContext,
  origins: readonly string[] = paymentKitOrigins,
): HttpHandler[] {
  const log = createRequestLog();
  const observe = createObserver(context, log);
  const byPath = new Map<string, Route[]>();
  for (const route of createRoutes(context, log)) {
    byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  }
  const unknown = observe(answerUnknown(byPath));
  const handlersAt = (origin: string): HttpHandler[] => [
    ...[...byPath].flatMap(([path, routes]) => [
      ...routes.map(({ method, respond }) =>
        toHandler(methods[method], origin + path, observe(respond)),
      ),
      toHandler(http.all, origin + path, observe(otherMethods(routes))),
    ]),
    toHandler(http.all, `${origin}/*`, unknown),
  ];
  return withoutStacks(() => origins.flatMap(handlersAt));
}
