import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { type Access, type AccessOptions, resolveAccess } from '../options/resolveAccess.ts';
import type { DiagnosePlatform } from './DiagnosePlatform.ts';
import { diagnosis, type Diagnosis } from './Diagnosis.ts';
import { readForDiagnosis } from './readForDiagnosis.ts';
import { tryFrame } from './tryFrame.ts';

/** The session whose checkout does not show. */
export interface DiagnoseOptions extends AccessOptions {
  /**
   * How long the token, and then the hosted page, may take, in milliseconds.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
}

function hasStorage(platform: DiagnosePlatform): boolean {
  try {
    platform.sessionStorage.getItem('paymentkit');
    return true;
  } catch {
    return false;
  }
}

function lookAtPage(platform: DiagnosePlatform): Diagnosis[] {
  const { isSecureContext, location } = platform;
  const isSecure = isSecureContext && location.origin.startsWith('http');
  const keeps = hasStorage(platform);
  return [
    diagnosis(
      'secure_context',
      isSecure,
      `this page is ${location.origin}`,
      'Serve the page over https, or from localhost; a file has no origin.',
    ),
    diagnosis(
      'storage',
      keeps,
      keeps ? 'the tab keeps what a redirect needs' : 'the browser refuses storage',
      'Only handleCheckoutReturn needs it: pass it "secureToken" from your server.',
    ),
  ];
}

async function findAccess(
  platform: DiagnosePlatform,
  options: AccessOptions,
  timeoutMs: number,
): Promise<Access | PaymentKitError> {
  try {
    return await resolveAccess(
      options,
      platform.location.origin,
    )((end) => platform.setTimeout(end, timeoutMs));
  } catch (error) {
    return error as PaymentKitError;
  }
}

/** `diagnoseCheckout` on a given platform. */
export async function diagnoseCheckoutOn(
  platform: DiagnosePlatform,
  { timeoutMs = 10_000, ...options }: DiagnoseOptions,
): Promise<readonly Diagnosis[]> {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  const page = lookAtPage(platform);
  const access = await findAccess(platform, options, timeoutMs);
  if (!('token' in access)) {
    const fix = 'Pass the "secure_token" or the "url" of a session, as the API sent it.';
    return [...page, diagnosis('token', false, access.message, fix)];
  }
  const { session, findings } = await readForDiagnosis(platform, access);
  const found = [...page, ...findings];
  // Without a secure page, or for a session that nobody can pay, there is no frame to try.
  const canTry =
    page[0]?.ok === true && session?.state !== 'completed' && session?.state !== 'expired';
  const refused = findings.some(
    ({ check, ok }) => !ok && (check === 'token' || check === 'origin'),
  );
  return canTry && !refused ? [...found, ...(await tryFrame(platform, access, timeoutMs))] : found;
}
