import { after } from '../platform/after.ts';
import type { Platform } from '../platform/Platform.ts';

/**
 * Hears the other pages of this origin that show a session: what one of them says is a reason to read it
 * now, whatever it says and whoever says it. One hint is heeded at once, those that follow once a second, so
 * that a storm of them is no storm of reads.
 *
 * Gives the function that tells the others that the session is over. The channel's name is the
 * session's id, which opens nothing. A page that leaves closes it, because an open one may keep the page out
 * of the back-forward cache, and opens it again when it comes back.
 */
export function hearTabs(
  platform: Platform,
  id: string,
  signal: AbortSignal,
  wake: () => void,
): () => void {
  let channel: BroadcastChannel | undefined;
  let hints = 0;

  const heed = (): void => {
    if (hints++) return;
    wake();
    after(platform, 1000, signal, () => {
      const again = hints > 1;
      hints = 0;
      if (again) heed();
    });
  };
  const open = (): void => {
    try {
      channel = new platform.BroadcastChannel(`paymentkit:${id}`);
      channel.onmessage = heed;
    } catch {
      // Without a channel nothing is lost but the moment: the session is read when the page is looked at.
    }
  };
  const close = (): void => channel?.close();
  platform.addEventListener('pageshow', ({ persisted }) => persisted && open(), { signal });
  platform.addEventListener('pagehide', close, { signal });
  signal.addEventListener('abort', close);
  open();
  return () => channel?.postMessage('over');
}
