/**
 * What went wrong, as a word that does not change between versions; messages do. The reference of errors says of each
 * what it comes from and what to change.
 *
 * @group Errors
 */
export type PaymentKitErrorCode =
  | 'invalid_option'
  | 'target_not_found'
  | 'insecure_context'
  | 'token_unavailable'
  | 'token_rejected'
  | 'session_expired'
  | 'session_completed'
  | 'offline'
  | 'load_timeout'
  | 'frame_blocked'
  | 'frame_lost'
  | 'origin_not_allowed'
  | 'unsupported_version'
  | 'protocol_violation'
  | 'popup_blocked'
  | 'network'
  | 'api_error'
  | 'unsafe_redirect'
  | 'destroyed'
  | 'aborted'
  | 'signature_missing'
  | 'signature_mismatch'
  | 'timestamp_out_of_range';
