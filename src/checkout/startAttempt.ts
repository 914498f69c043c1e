import { connectFrame, createNonce } from '../channel/connectFrame.ts';
import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { createFrame } from '../frame/createFrame.ts';
import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import { afterVisible } from '../platform/afterVisible.ts';
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

/** Everything from the token to the frame in the page. */
async function build(run: Run, attempt: Attempt): Promise<void> {
  const { platform, options, view } = run;
  const { signal } = attempt.over;
  run.access ??= await options.access();
  const { host, token } = run.access;
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
  attempt.send = connectFrame(
    platform,
    {
      frame,
      host,
      nonce,
      init: () => ({
        t: 's:init',
        token,
        mode: 'inline',
        redirect: options.redirect,
        ...run.changes,
      }),
      hear: (message) => hearHosted(run, attempt, message),
      restarted: () => look(run),
      refused: () => fail(run, createError('unsupported_version')),
    },
    signal,
  );
  watchPolicy(run, host, attempt);
  watchDeadline(run, attempt);
  watchFrame(run, frame, attempt);
  view.place(frame);
  look(run);
}

/** Begins to show the frame. Whatever goes wrong before it stands is told in a later task. */
export function startAttempt(run: Run): void {
  const idle = (): void => undefined;
  const over = new AbortController();
  const attempt = { over, send: idle, resize: idle, painted: false, answered: false, unheard: 0 };
  run.attempt = attempt;
  run.view.load();
  afterVisible(run.platform, run.options.timeoutMs, over.signal, () => {
    if (!run.access) fail(run, createError('token_unavailable'));
  });
  build(run, attempt).catch((error: unknown) => {
    run.platform.setTimeout(() => {
      if (!over.signal.aborted) fail(run, error as PaymentKitError);
    });
  });
}
