import { matchesRequest } from '../../domain/requests/matchesRequest.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Account } from '../../store/createAccount.ts';
import type { FaultRecord } from '../../store/records/FaultRecord.ts';

/** Uses up one time of the first fault that means this request. */
function takeFault(account: Account, method: string, pathname: string): FaultRecord | undefined {
  const { faults } = account.records;
  if (faults.size === 0) return undefined;
  for (const fault of faults.values()) {
    if (fault.left === 0 || !matchesRequest(fault.match, method, pathname)) continue;
    return account.decide((now) => faults.put({ ...fault, left: fault.left - 1, updated_at: now }));
  }
  return undefined;
}

function faultProblem(status: number): Problem {
  const detail = 'A fault was asked for on the control plane of the mock server.';
  const headers = status === 429 || status === 503 ? { 'retry-after': '1' } : {};
  return new Problem(status, status === 429 ? 'rate_limited' : 'fault', detail, { headers });
}

/** Lets a request go wrong where somebody asked for it. A dropped one is what MSW calls a network error. */
export async function applyFault(
  account: Account | undefined,
  { method, pathname }: { readonly method: string; readonly pathname: string },
  respond: () => Promise<Response>,
): Promise<Response> {
  const fault = account && takeFault(account, method, pathname);
  if (!fault) return respond();
  const { latency_ms: latency, status, drop } = fault;
  if (latency !== null) await new Promise((resolve) => setTimeout(resolve, latency));
  if (drop === 'before') return Response.error();
  if (status !== null) throw faultProblem(status);
  if (drop === null) return respond();
  await respond().catch((error: unknown) => {
    // A refusal is an answer, too, and as lost as any other.
    if (!(error instanceof Problem)) throw error;
  });
  return Response.error();
}
