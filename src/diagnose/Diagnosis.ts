import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';

/** What is looked at, in this order. */
export type DiagnosisCheck =
  | 'secure_context'
  | 'storage'
  | 'token'
  | 'api'
  | 'connect_src'
  | 'origin'
  | 'session'
  | 'clock'
  | 'permissions_policy'
  | 'frame_src'
  | 'versions'
  | 'isolation'
  | 'frame';

/** One thing that was looked at. */
export interface Diagnosis {
  /** What was looked at. */
  readonly check: DiagnosisCheck;
  /** Whether all is well with it. */
  readonly ok: boolean;
  /** What was found. Holds no token. */
  readonly detail: string;
  /** What to change; empty where all is well. */
  readonly fix: string;
  /** The page that explains it. */
  readonly docUrl: string;
}

/** The error that a page sees when a check fails; its page explains the check, too. */
const codes: Readonly<Record<DiagnosisCheck, PaymentKitErrorCode>> = {
  secure_context: 'insecure_context',
  storage: 'frame_blocked',
  token: 'token_rejected',
  api: 'network',
  connect_src: 'network',
  origin: 'origin_not_allowed',
  session: 'session_expired',
  clock: 'session_expired',
  permissions_policy: 'frame_blocked',
  frame_src: 'frame_blocked',
  versions: 'unsupported_version',
  isolation: 'load_timeout',
  frame: 'load_timeout',
};

/** A finding; `fix` counts only where something is wrong. */
export const diagnosis = (
  check: DiagnosisCheck,
  ok: boolean,
  detail: string,
  fix: string,
): Diagnosis => ({
  check,
  ok,
  detail,
  fix: ok ? '' : fix,
  docUrl: new PaymentKitError(codes[check]).docUrl,
});
