import type { Mode } from '../pages/modes.ts';

/** Where each way to begin a checkout in a place of the page shows its frame. */
export const modeFrames: Readonly<Record<Mode, string>> = {
  element: 'paymentkit-checkout iframe',
  overlay: 'paymentkit-overlay iframe',
  prepared: '#checkout iframe',
  react: '#checkout iframe',
  start: '#checkout iframe',
};
