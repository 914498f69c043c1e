import { checkOption } from '../../options/checkOption.ts';
import type { Platform, PlatformDocument } from '../../platform/Platform.ts';
import { holdsCheckout } from './createView.ts';

/**
 * Refuses, in builds for development, a target that no checkout can stand in: a selector that is none, and
 * an element of another document, whose window would hear the hosted page in place of this one.
 */
function checkTarget(document: PlatformDocument, target: unknown): void {
  const { isConnected, children, ownerDocument } = Object(target) as Partial<Element>;
  const isHere = !!children && ownerDocument?.documentElement === document.documentElement;
  // What is not there yet, such as the element of a ref, is told as missing; the options themselves are no target.
  let fits = isConnected ? isHere : !target || typeof target === 'string' || !!children;
  try {
    if (typeof target === 'string') document.querySelector(target);
  } catch {
    fits = false;
  }
  checkOption(
    fits,
    'Failed to mount the checkout: the target is no selector and no element of this page. Pass an element of this page (of a ref, its "current"), or a selector such as "#checkout"; the options come after it.',
    'target_not_found',
  );
}

/** What is wrong with a target that is none yet. */
function explainMissing(target: unknown): string {
  if (typeof target === 'string') return `nothing in the page matches "${target}"`;
  return target ? 'the target is not in the page' : `the target is ${String(target)}`;
}

/** The element of the page that a checkout is put into. It must be there, and hold no other. */
export function findPlace(platform: Platform, target: string | Element): Element {
  if (__DEV__) checkTarget(platform.document, target);
  const found = typeof target === 'string' ? platform.document.querySelector(target) : target;
  checkOption(
    found?.isConnected,
    __DEV__
      ? `Failed to mount the checkout: ${explainMissing(target)}. Call it when the element is there.`
      : '',
    'target_not_found',
  );
  checkOption(
    !holdsCheckout(found),
    __DEV__
      ? 'Failed to mount the checkout: this target already holds one. Call destroy() on it first; an effect of React has to return a function that does.'
      : '',
  );
  return found;
}
