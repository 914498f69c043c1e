import type { Flow } from '../Flow.ts';

const loopback = /^https?:\/\/(127\.[\d.]+|\[::1\]|([^/]+\.)?localhost)(:\d+)?$/;

/**
 * Says once, on the developer's own machine, which session it is and where it can be made to end.
 */
export const sayTestMode = ({ store, around }: Flow): void => {
  const { origin } = location;
  if (!loopback.test(around() ?? origin)) return;
  const unsubscribe = store.subscribe(({ session }) => {
    if (!session) return;
    unsubscribe();
    if (!session.test_mode) return;
    // Only a mock is reached without TLS, and one that runs within the page has no dashboard.
    const dashboard =
      origin.startsWith('http:') && around() !== origin
        ? ` Decline or expire it at ${origin}/dashboard?session=${session.id}`
        : '';
    console.info(`PaymentKit test mode: ${session.id}, no money moves.${dashboard}`);
  });
};
