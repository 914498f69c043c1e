import type { HttpHandler } from 'msw/http';
import type { PathParams } from '../Route.ts';

export type DirectAnswer = (request: Request, params: PathParams) => Promise<Response>;

/**
 * What stands behind each handler, for an adapter that has found it by itself. Running the handler would read the
 * address again, copy the request and make a controller to abort: a fifth of all that a request costs.
 */
const answers = new WeakMap<HttpHandler, DirectAnswer>();

export function keepDirectAnswer(handler: HttpHandler, answer: DirectAnswer): HttpHandler {
  answers.set(handler, answer);
  return handler;
}

export const findDirectAnswer = (handler: HttpHandler): DirectAnswer | undefined =>
  answers.get(handler);
