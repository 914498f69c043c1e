import { parseSecureUrl } from '../../options/parseSecureUrl.ts';
import type { Access } from '../../options/resolveAccess.ts';
import { afterVisible } from '../../platform/afterVisible.ts';
import { createError, fail, loseFrame } from '../run/fail.ts';
import { hearHosted } from '../run/hearHosted.ts';
import { type Attempt, isOver, look, type Run, warn } from '../run/Run.ts';
import { watchDeadline } from '../run/watchDeadline.ts';
import { buildFrame } from './buildFrame.ts';
import { createResizer } from './createResizer.ts';

/** Says at once what only the browser knows: that the merchant's own policy forbids the frame. */
function watchPolicy(run: Run, attempt: Attempt): void {
  run.platform.document.addEventListener(
    'securitypolicyviolation',
    (violation) => {
      // A policy that only reports forbids nothing.
      if (violation.disposition !== 'enforce' || violation.effectiveDirective !== 'frame-src')
        return;
      if (parseSecureUrl(violation.blockedURI)?.origin !== run.access?.host) return;
      fail(run, createError('frame_blocked'));
    },
    attempt,
  );
}

/** Nothing tells of a frame that was taken away, or of a page in it that has died: so it is asked. */
function watchFrame(run: Run, attempt: Attempt): void {
  afterVisible(run.platform, 15_000, attempt.signal, () => {
    if (isOver(run)) return;
    if (!attempt.frame?.isConnected || attempt.unheard > 3) {
      loseFrame(run, attempt);
      return;
    }
    if (attempt.unheard === 2) warn(run, 'connection_lost');
    if (attempt.painted) attempt.unheard++;
    attempt.send({ t: 's:ping' });
    watchFrame(run, attempt);
  });
}

/** Looks after the frame of an attempt. */
export function watchAttempt(run: Run, attempt: Attempt): void {
  if (run.options.host === 'self') warn(run, 'self_host');
  attempt.resize = createResizer(run, attempt.signal);
  watchPolicy(run, attempt);
  watchDeadline(run, attempt);
  watchFrame(run, attempt);
}

/** Everything from the token to the frame in its place. */
export async function showFrame(run: Run, attempt: Attempt, access: Access): Promise<void> {
  await buildFrame(run, attempt, access, (message) => hearHosted(run, attempt, message));
  if (attempt.signal.aborted) return;
  watchAttempt(run, attempt);
  run.view.place(attempt.frame as HTMLIFrameElement);
  look(run);
}
