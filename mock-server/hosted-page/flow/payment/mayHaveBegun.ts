import type { Flow } from '../Flow.ts';
import { wasShownBefore } from '../reading/wasShownBefore.ts';

/**
 * Whether a payment that Pay finds under way may be this window's own. A frame cannot tell: it is new whenever the merchant's
 * page is loaded anew or moves it.
 */
export const mayHaveBegun = ({ store }: Flow): boolean =>
  store.get().surface !== 'page' || wasShownBefore();
