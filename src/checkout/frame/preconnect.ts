import { draw } from '../../overlay/draw.ts';
import type { Platform } from '../../platform/Platform.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import type { View } from '../run/View.ts';

/**
 * Opens the way to the host while a function fetches the token; an address would say its host too late. What is
 * shown later takes the place of the link.
 */
export function preconnect(
  platform: Platform,
  { secureToken, host = 'https://checkout.paymentkit.com' }: ResolvedCheckoutOptions,
  view: View,
): void {
  if (typeof secureToken !== 'function') return;
  view.root.append(draw(platform.document, 'link', { rel: 'preconnect', href: host }));
}
