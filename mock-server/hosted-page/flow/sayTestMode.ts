import type { Flow } from './Flow.ts';

const loopback = /^https?:\/\/(127\.[\d.]+|\[::1\]|([^/]+\.)?localhost)(:\d+)?$/;

/**
 * Says once, on the developer's own machine, which session it is and where it can be made to end. `around` is
 * the origin of the merchant's page, or this one's own where there is none.
 */
export const sayTestMode = ({ store }: Flow, around: string): void => {
  if (!loopback.test(around)) return;
  const { origin } = location;
  const unsubscribe = store.subscribe(({ session }) => {
    if (!session) return;
    unsubscribe();
    if (!session.test_mode) return;
    // Only a mock server is reached without TLS, and only it has a dashboard there.
    const dashboard = origin.startsWith('http:')
      ? ` Decline or expire it at ${origin}/dashboard?session=${session.id}`
      : '';
    console.info(`PaymentKit test mode: ${session.id}, no money moves.${dashboard}`);
  });
};
