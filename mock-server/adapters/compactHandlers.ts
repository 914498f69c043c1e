import { http, type HttpHandler } from 'msw/http';
import { findDirectAnswer } from '../handlers/responses/directAnswers.ts';
import { createRouteIndex } from './createRouteIndex.ts';

/**
 * One handler for each origin in place of hundreds: MSW asks its handlers one after the other, and reads the address
 * again for each. What none of them answers is left to the next handler.
 */
export function compactHandlers(
  handlers: readonly HttpHandler[],
  origins: readonly string[],
): HttpHandler[] {
  return origins.map((origin) => {
    const find = createRouteIndex(handlers, origin);
    return http.all(`${origin}/*`, ({ request }) => {
      const found = find(request.method, new URL(request.url).pathname);
      return found && findDirectAnswer(found.handler)?.(request, found.params);
    });
  });
}
