import type { Access } from '../options/resolveAccess.ts';
import { draw } from '../overlay/draw.ts';
import type { Platform } from '../platform/Platform.ts';
import { showFrame } from './frame/showFrame.ts';
import type { CheckoutEventData } from './options/CheckoutEvents.ts';
import { ladderTexts } from './options/CheckoutTexts.ts';
import { redirectToCheckoutOn } from './redirectToCheckout.ts';
import { close } from './run/close.ts';
import { emit, look, type Run, type Surface } from './run/Run.ts';
import type { View } from './run/View.ts';
import { createPopup } from './window/createPopup.ts';

type Step = Omit<CheckoutEventData['fallback'], 'from'>;
type Climbed = CheckoutEventData['fallback']['from'];

/** Goes on in the tab itself. Whoever comes back with Back finds the checkout as the API says it is. */
export async function leaveInTab(run: Run, access: Access): Promise<void> {
  run.mode = 'redirect';
  // Before it leaves: coming back wakes a read, too, and one that fails at once is no failure of this attempt.
  delete run.attempt;
  await redirectToCheckoutOn(run.platform, {
    secureToken: access.token,
    host: access.host,
    locale: run.changes.locale,
  });
  run.abandon = () => close(run, 'dismissed');
  run.follow(true);
  look(run);
}

/** Puts a button into the place of the frame: a click on it counts. */
function offer(run: Run, place: View, go: () => void): void {
  const style =
    'justify-self:start;margin:20px 23px;padding:11px 16px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit';
  const text = run.options.texts.continue ?? ladderTexts.continue;
  place.fail(false);
  place.root.append(
    draw(run.platform.document, 'button', { type: 'button', style, onclick: go }, text),
  );
}

/** Goes on in a window. The place stays, with a button that brings the window to the front. */
function goInWindow(run: Run): void {
  const place = run.view;
  const idle = (): void => undefined;
  Object.assign(
    run,
    createPopup({
      ...place,
      load: () => offer(run, place, () => run.view.focus()),
      reveal: idle,
      // A press of Escape in the window is not for the place.
      hear: (t) => {
        if (t !== 'h:escape') place.hear?.(t);
      },
    }),
  );
  run.retry();
}

/**
 * Leaves the place for a window, or for the tab. A page may do so by itself only while the shopper's click
 * still counts; later the place shows a button. `false` when a listener prevented it.
 */
function stepDown(run: Run, access: Access, step: Step): boolean {
  if (!emit(run, 'fallback', { from: run.mode as Climbed, ...step })) return false;
  // It goes on, also where no other try could have helped.
  delete run.failure;
  const go = (): void => {
    if (step.to === 'popup') goInWindow(run);
    else void leaveInTab(run, access);
  };
  if (run.platform.navigator.userActivation.isActive) go();
  else offer(run, run.view, go);
  return true;
}

/**
 * What a checkout does in place of failing: what cannot work in a frame can in a window, and what cannot in
 * either can in the tab. The page in a window speaks the same protocol as the one in a frame, so it is no way
 * on where that fails.
 */
export const climbDown = (platform: Platform): Partial<Pick<Surface, 'show' | 'rescue'>> => ({
  rescue: (run, { code: reason }) => {
    const { access, mode } = run;
    const inWindow = reason === 'frame_blocked' || reason === 'load_timeout';
    if (!access) return false;
    if (inWindow && mode !== 'popup') return stepDown(run, access, { to: 'popup', reason });
    return (
      (inWindow ||
        reason === 'popup_blocked' ||
        reason === 'unsupported_version' ||
        reason === 'insecure_context') &&
      stepDown(run, access, { to: 'redirect', reason })
    );
  },
  // Browsers inside other apps: they block what frames need, and forget a page that opened another.
  ...(/FBA[NV]|Instagram|MicroMessenger|Line\/|Snapchat|TikTok|Bytedance/.test(
    platform.navigator.userAgent,
  ) && {
    show: async (run, attempt, access) => {
      // Events wait for the end of the task in which the checkout began.
      await new Promise<void>((resolve) => run.platform.setTimeout(resolve));
      if (!stepDown(run, access, { to: 'redirect', reason: 'in_app_browser' })) {
        await showFrame(run, attempt, access);
      }
    },
  }),
});
