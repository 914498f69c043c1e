import type { Access } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutEventData } from './CheckoutEvents.ts';
import { close } from './createHandle.ts';
import { redirectToCheckoutOn } from './redirectToCheckout.ts';
import { emit, type Run, type Surface } from './Run.ts';
import { showFrame } from './showFrame.ts';

type Reason = CheckoutEventData['fallback']['reason'];

/** Browsers inside other apps: they block what frames need, and forget a page that opened another. */
const inApp = /FBA[NV]|Instagram|MicroMessenger|Line\/|Snapchat|TikTok|Bytedance/;

/** Goes on in the tab itself. Whoever comes back with Back finds the checkout as the API says it is. */
export async function leaveInTab(run: Run, { host, token }: Access): Promise<void> {
  run.away = true;
  const { locale } = run.changes;
  await redirectToCheckoutOn(run.platform, { secureToken: token, host, locale });
  await run.follower.wake().catch(() => undefined);
  close(run, 'dismissed');
}

/** Puts a button into the place of the frame: a click on it counts. */
function offer({ platform, options, view }: Run, go: () => void): void {
  const button = platform.document.createElement('button');
  button.type = 'button';
  button.style.cssText =
    'justify-self:start;margin:20px 23px;padding:11px 16px;border:1px solid #828a97;border-radius:8px;background:none;color:inherit;font:inherit';
  button.textContent = options.texts.continue;
  button.onclick = go;
  view.fail(undefined);
  view.root.append(button);
}

/**
 * Leaves the place for the tab. A page may leave by itself only while the shopper's click still counts;
 * later the place shows a button. `false` when a listener prevented it.
 */
function stepDown(run: Run, access: Access, reason: Reason): boolean {
  if (!emit(run, 'fallback', { from: run.mode, to: 'redirect', reason })) return false;
  const go = (): void => void leaveInTab(run, access);
  if (run.platform.navigator.userActivation.isActive) go();
  else offer(run, go);
  return true;
}

/** What a checkout in a frame does in place of failing: what cannot work in a frame can in the tab. */
export const climbDown = ({ navigator }: Platform): Partial<Pick<Surface, 'show' | 'rescue'>> => ({
  rescue: (run, { code }) =>
    !!run.access &&
    (code === 'frame_blocked' ||
      code === 'load_timeout' ||
      code === 'unsupported_version' ||
      code === 'insecure_context') &&
    stepDown(run, run.access, code),
  ...(inApp.test(navigator.userAgent) && {
    show: async (run, attempt, access) => {
      if (!stepDown(run, access, 'in_app_browser')) await showFrame(run, attempt, access);
    },
  }),
});
