import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import { isOver, look, type Run } from './Run.ts';

/**
 * Listens to the other checkouts of a session, in pages of this origin: what one of them says is a reason
 * to read the session now, whatever it says and whoever says it. One hint is heeded at once, those that
 * follow after 1, 2, 4, 8 and then every 16 seconds, so that a storm of them is no storm of reads.
 *
 * Gives the run its way to tell the others that the session is over. The channel's name is the session's id,
 * which opens nothing. A page that leaves closes it, because an open one may keep the page out of the
 * back-forward cache; the read after its return joins again.
 */
export function joinTabs(run: Run, id: string): void {
  if (run.tellTabs || isOver(run)) return;
  const { platform, life } = run;
  let channel: BroadcastChannel;
  try {
    channel = new platform.BroadcastChannel(`paymentkit:${id}`);
  } catch {
    // Without a channel nothing is lost but the moment: the session is read when the page is looked at.
    return;
  }
  const over = createScope(life.signal);
  let pause = 500;
  let resting = false;
  let missed = false;
  const heed = (): void => {
    missed = resting;
    if (resting || isOver(run)) return;
    resting = true;
    look(run);
    pause = Math.min(pause * 2, 16_000);
    after(platform, pause, over.signal, () => {
      resting = false;
      if (missed) heed();
    });
  };
  channel.onmessage = heed;
  over.signal.addEventListener('abort', () => {
    channel.close();
    delete run.tellTabs;
  });
  platform.addEventListener('pagehide', () => over.abort(), over);
  run.tellTabs = () => {
    channel.postMessage('over');
    over.abort();
  };
}
