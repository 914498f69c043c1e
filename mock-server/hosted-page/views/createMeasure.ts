import type { HostedMessage } from 'paymentkit-js/hosted';

/**
 * Tells the merchant's page how high the content is: the content, never the window, or the two would chase each other.
 * Every call sends the height at the next layout, even if it is the same.
 */
export const createMeasure = (
  root: Element,
  send: (message: HostedMessage) => void,
): (() => void) => {
  let sent = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === 0 || height === sent) return;
    sent = height;
    send({ t: 'h:resize', height });
  });
  return () => {
    sent = 0;
    // Observing anew reports once more.
    observer.unobserve(root);
    observer.observe(root);
  };
};
