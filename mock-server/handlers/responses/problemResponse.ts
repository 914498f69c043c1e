import { Problem } from '../../domain/requests/Problem.ts';
import type { ServerContext } from '../ServerContext.ts';
import { textResponse } from './textResponse.ts';

export const problemTitles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export const problemType = 'application/problem+json';

/** The members of a problem document but for `request_id`, which belongs to one answer. */
export function problemMembers(problem: Problem): Record<string, unknown> {
  return {
    type: 'about:blank',
    title: problemTitles[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...problem.members,
  };
}

/** The answer to a request that failed. Whatever is not a `Problem` is a fault of this server, and reported. */
export function problemResponse(
  context: Pick<ServerContext, 'reportError'>,
  error: unknown,
  requestId: string,
): Response {
  let problem: Problem;
  if (error instanceof Problem) {
    problem = error;
  } else {
    context.reportError(error);
    problem = new Problem(500, 'internal_error', 'The mock server failed; its terminal says more.');
  }
  const members = { ...problemMembers(problem), request_id: requestId };
  return textResponse(JSON.stringify(members), {
    status: problem.status,
    headers: {
      'content-type': problemType,
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...problem.headers,
    },
  });
}
