import type { HostedMessage } from 'paymentkit-js/hosted';

/**
 * Tells the merchant's page how high the content is: the content, never the window, or the two would chase each other.
 * Every call sends the height, even if it is the same: now, and again at the next layout if that differs.
 */
export const createMeasure = (
  root: Element,
  send: (message: HostedMessage) => void,
): (() => void) => {
  let sent = 0;
  const report = (): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === 0 || height === sent) return;
    sent = height;
    send({ t: 'h:resize', height });
  };
  const observer = new ResizeObserver(report);
  return () => {
    sent = 0;
    // Out of sight no observer speaks; where there is no layout yet, observing anew reports when there is.
    report();
    observer.unobserve(root);
    observer.observe(root);
  };
};
