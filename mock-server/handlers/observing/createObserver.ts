import { isoTime } from '../../domain/time/isoTime.ts';
import { redactPath } from '../../domain/requests/redactPath.ts';
import { redactText } from '../../domain/requests/redactText.ts';
import type { Account } from '../../store/createAccount.ts';
import { applyFault } from './applyFault.ts';
import { readableBy } from '../browser/browserSession.ts';
import type { LoggedRequest, RequestLog } from './createRequestLog.ts';
import { ownerOf } from '../requests/ownerOf.ts';
import { problemResponse } from '../responses/problemResponse.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

function sourceOf(pathname: string): LoggedRequest['source'] {
  if (pathname.startsWith('/_mock')) return 'control';
  return /^\/(api\/checkout|checkout|embed)\//.test(pathname) ? 'browser' : 'api';
}

type Refusal = Pick<LoggedRequest, 'code' | 'detail'>;

async function refusalIn(response: Response): Promise<Refusal> {
  if (response.headers.get('content-type') !== 'application/problem+json') return {};
  const { code, detail } = (await response.clone().json()) as Record<string, unknown>;
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof detail === 'string' && { detail: redactText(detail) }),
  };
}

/** The answer to a request that failed. The merchant's page may read why, as it may read the session. */
function failed(
  context: ServerContext,
  request: Request,
  pathname: string,
  error: unknown,
  requestId: string,
): Response {
  const response = problemResponse(context, error, requestId);
  const isRead = pathname === '/api/checkout/session' && request.method === 'GET';
  return isRead ? readableBy(request.headers.get('origin'), response) : response;
}

/** What every request goes through: faults before it, problem documents where it fails, the log behind it. */
export function createObserver(context: ServerContext, log: RequestLog) {
  async function write(
    account: Account,
    request: Omit<LoggedRequest, keyof Refusal | 'status' | 'at'>,
    response: Response,
  ): Promise<void> {
    const refusal = await refusalIn(response);
    const at = isoTime(account.clock.now());
    log.add(account, { ...request, at, status: response.status, ...refusal });
    context.worlds.changes.publish(account.id, { kind: 'request', id: request.id });
  }

  return (respond: Route['respond']) =>
    async (request: Request, params: PathParams): Promise<Response> => {
      const started = performance.now();
      const id = context.newRequestId();
      const { method } = request;
      const { pathname } = new URL(request.url);
      const source = sourceOf(pathname);
      const account = ownerOf(context, request, pathname, params);
      // Who can ask for faults can always take them back.
      const wrong = source === 'control' ? undefined : account;
      const response = await applyFault(wrong, { method, pathname }, async () =>
        respond(request, params, id),
      ).catch((error: unknown) => failed(context, request, pathname, error, id));
      // The dashboard reads when the log has grown, so its own reading must not let it grow.
      if (account && (source !== 'control' || method !== 'GET')) {
        const duration_ms = Math.round((performance.now() - started) * 10) / 10;
        const path = redactPath(pathname);
        await write(account, { id, method, path, duration_ms, source }, response);
      }
      return response;
    };
}
