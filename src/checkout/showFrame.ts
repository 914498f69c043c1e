import { connectFrame, createNonce, type FrameConnection } from '../channel/connectFrame.ts';
import { createFrame } from '../frame/createFrame.ts';
import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import type { Access } from '../options/resolveAccess.ts';
import { afterVisible } from '../platform/afterVisible.ts';
import type { MerchantMessage } from '../protocol/MerchantMessage.ts';
import { writeEmbedAddress } from '../protocol/writeEmbedAddress.ts';
import { checkoutHandle } from '../session/checkoutHandle.ts';
import { createResizer } from './createResizer.ts';
import { createError, fail, loseFrame } from './fail.ts';
import { hearHosted } from './hearHosted.ts';
import { type Attempt, look, type Run, warn } from './Run.ts';

/** How often the frame is looked after, in milliseconds of visible time. */
const beat = 15_000;

/** Says at once what only the browser knows: that the merchant's own policy forbids the frame. */
function watchPolicy(run: Run, host: string, { over }: Attempt): void {
  run.platform.document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, disposition }) => {
      // A policy that only reports forbids nothing.
      if (disposition !== 'enforce' || effectiveDirective !== 'frame-src') return;
      if (parseSecureUrl(blockedURI)?.origin !== host) return;
      fail(run, createError('frame_blocked', effectiveDirective));
    },
    over,
  );
}

function watchDeadline(run: Run, attempt: Attempt): void {
  const { platform, options } = run;
  const { signal } = attempt.over;
  afterVisible(platform, options.timeoutMs / 2, signal, () => {
    if (!attempt.painted) warn(run, 'slow');
  });
  afterVisible(platform, options.timeoutMs, signal, () => {
    if (attempt.painted) return;
    fail(run, createError(platform.navigator.onLine ? 'load_timeout' : 'offline'));
  });
}

/** Nothing tells of a frame that was taken away, or of a page in it that has died: so it is asked. */
function watchFrame(run: Run, frame: HTMLIFrameElement, attempt: Attempt): void {
  afterVisible(run.platform, beat, attempt.over.signal, () => {
    if (!frame.isConnected) {
      loseFrame(run, attempt);
      return;
    }
    if (attempt.unheard === 2) warn(run, 'connection_lost');
    attempt.unheard++;
    attempt.send({ t: 's:ping' });
    watchFrame(run, frame, attempt);
  });
}

/** What a channel tells of the hosted page at its other end. */
export const listenersOf = (
  run: Run,
  attempt: Attempt,
): Pick<FrameConnection, 'hear' | 'restarted' | 'refused'> => ({
  hear: (message) => hearHosted(run, attempt, message),
  restarted: () => look(run),
  refused: () => fail(run, createError('unsupported_version')),
});

/** Everything from the token to the frame in its place. */
export async function showFrame(
  run: Run,
  attempt: Attempt,
  { host, token }: Access,
): Promise<void> {
  const { platform, options, view } = run;
  const { signal } = attempt.over;
  const { origin } = platform.location;
  // Without secure randomness or a digest there is no checkout in a frame.
  const handle = origin.startsWith('http') && (await checkoutHandle(token).catch(() => undefined));
  if (signal.aborted) return;
  if (!handle) throw createError('insecure_context');
  if (options.host === 'self') warn(run, 'self_host');

  const nonce = createNonce();
  const address = writeEmbedAddress(host, handle, run.changes.locale ?? '', { nonce, origin });
  const frame = createFrame(platform, { host, address, title: options.texts.title });
  attempt.frame = frame;
  attempt.resize = createResizer(run);
  const init = (): MerchantMessage => ({
    t: 's:init',
    token,
    mode: run.mode,
    redirect: options.redirect,
    ...run.changes,
  });
  const connection = { frame, host, nonce, init, ...listenersOf(run, attempt) };
  attempt.send = connectFrame(platform, connection, signal);
  watchPolicy(run, host, attempt);
  watchDeadline(run, attempt);
  watchFrame(run, frame, attempt);
  view.place(frame);
  look(run);
}
