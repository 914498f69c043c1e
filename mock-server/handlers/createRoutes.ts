import { browserSession } from './browserSession.ts';
import { challengePage } from './challengePage.ts';
import { checkoutPages } from './checkoutPages.ts';
import { checkoutSessions } from './checkoutSessions.ts';
import { control } from './control.ts';
import type { Route } from './Route.ts';
import type { ServerContext } from './ServerContext.ts';
import { sessionPayments } from './sessionPayments.ts';

/** Every operation of the server, one file per resource. */
export function createRoutes(context: ServerContext): Route[] {
  return [
    ...checkoutSessions(context),
    ...browserSession(context),
    ...sessionPayments(context),
    ...checkoutPages(context),
    ...challengePage(context),
    ...control(context),
  ];
}
