import { emit, type Run, warn } from '../run/Run.ts';

/**
 * Gives the frame the height its page asks for, once a display frame. A page that measures its viewport
 * instead of its content would grow for ever: after twenty growing heights within two seconds it is stopped, with
 * a warning.
 */
export function createResizer(run: Run, over: AbortSignal): (height: number) => void {
  let shown = run.options.initialHeight;
  let wanted = 0;
  let since = 0;
  let grown = 0;

  const apply = (): void => {
    const height = wanted;
    wanted = 0;
    // A page that is closed, or has failed, in its last moments still grows or shrinks: an end is the last word.
    if (grown > 20 || height === shown || over.aborted) return;
    const now = run.platform.performance.now();
    if (now > since + 2000) {
      since = now;
      grown = 0;
    }
    if (height > shown && ++grown > 20) {
      warn(run, 'resize_loop');
      return;
    }
    shown = height;
    if (emit(run, 'resize', { height })) run.view.resize(height);
  };
  return (height) => {
    const scheduled = wanted;
    wanted = height;
    // Below the skeleton at once: when it gives way the height is right already.
    if (run.phase === 'loading') apply();
    else if (!scheduled) run.platform.requestAnimationFrame(apply);
  };
}
