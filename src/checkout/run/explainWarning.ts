import type { CheckoutWarningCode } from '../options/CheckoutEvents.ts';

const sentences = (): Readonly<Record<CheckoutWarningCode, string>> => ({
  slow: 'Half of "timeoutMs" is over and the hosted page is not ready. Check that "host" answers.',
  api_unreachable:
    'The session could not be read. Check the "connect-src" of your Content-Security-Policy, and that "host" is the one the token came from.',
  connection_lost:
    'The hosted page has stopped answering. The session of a window is followed; a frame that stays silent is lost half a minute later, and can be tried again.',
  connection_restored: 'The hosted page answers again.',
  completion_not_confirmed:
    'The session is paid, but "completion" did not say that your server knows. Check that its endpoint answers with 2xx.',
  confirmation_unavailable:
    'The hosted page says that it is paid, and for a minute no read has succeeded. Reading goes on; your server hears of it by webhook.',
  resize_loop:
    'The height of the hosted page grew without end and is now kept. Check that no style of yours sizes the frame.',
  popup_detached:
    'The window is out of reach, and its session is followed. Send "Cross-Origin-Opener-Policy: same-origin-allow-popups" with this page.',
  version_skew: 'The hosted page speaks a newer protocol, too. Update paymentkit-js.',
  self_host:
    'A frame of the page\'s own origin is not kept apart from it. Use host: "self" in demonstrations and tests alone.',
});

/** What a developer reads about a warning, with where to read on. */
export const explainWarning = (code: CheckoutWarningCode): string =>
  `PaymentKit warns: ${code}. ${sentences()[code]} (https://docs.paymentkit.com/paymentkit-js/events#warnings)`;
