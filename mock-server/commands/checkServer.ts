/** A server on this machine answers in milliseconds; one that says nothing at all is another one. */
const patience = 5000;

const advice = 'Start it with paymentkit-mock-server, or say where it runs with --url.';

/**
 * Makes sure that the mock server answers at `url`, and to whom it may.
 *
 * @throws Error when nothing does, something else, or one that was started with another token
 */
export async function checkServer(
  url: string,
  controlToken: string | undefined,
  ask: typeof fetch = fetch,
): Promise<void> {
  const authorization = controlToken !== undefined && { authorization: `Bearer ${controlToken}` };
  const signal = AbortSignal.timeout(patience);
  const response = await ask(`${url}/_mock`, { headers: { ...authorization }, signal }).catch(
    (cause: unknown) => {
      throw new Error(`Failed to reach ${url}: nothing answers there. ${advice}`, { cause });
    },
  );
  await response.body?.cancel();
  if (response.headers.get('x-request-id')?.startsWith('req_dev_') !== true) {
    throw new Error(`Failed to use ${url}: no mock server of PaymentKit answers there. ${advice}`);
  }
  if (response.status !== 401) return;
  const which = controlToken === undefined ? 'it asks for' : 'this is not';
  throw new Error(
    `Failed to use ${url}: ${which} its control token. Give the one it was started with: --control-token <secret>.`,
  );
}
