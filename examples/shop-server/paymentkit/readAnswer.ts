import { PaymentKitUnavailable } from './PaymentKitUnavailable.ts';

/** What an answer holds, read by `parse`; anything else is an error that names the request, and no key. */
export async function readAnswer<T>(
  response: Response,
  what: string,
  parse: (body: unknown) => T | undefined,
): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  const answer = response.ok ? parse(body) : undefined;
  if (answer !== undefined) return answer;
  const request = response.headers.get('x-request-id') ?? 'none';
  throw new PaymentKitUnavailable(
    `PaymentKit answered ${String(response.status)} without ${what} (request ${request}): ${detailOf(body)}`,
  );
}

function detailOf(body: unknown): string {
  const isProblem = typeof body === 'object' && body !== null && 'detail' in body;
  return isProblem && typeof body.detail === 'string' ? body.detail : 'no detail was given.';
}
