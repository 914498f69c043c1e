import type { ChannelMessage } from '../../channel/connectHostedPage.ts';
import type { Access, FindAccess } from '../../options/resolveAccess.ts';
import { after } from '../../platform/after.ts';
import { createScope } from '../../platform/createScope.ts';
import type { Platform } from '../../platform/Platform.ts';
import type { HostedChanges } from '../../protocol/MerchantMessage.ts';
import type { CheckoutSession } from '../../session/CheckoutSession.ts';
import { readSession } from '../../session/readSession.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { applyChanges } from '../run/applyChanges.ts';
import { applySession } from '../run/finish.ts';
import { hearHosted } from '../run/hearHosted.ts';
import { type Attempt, look, type Run, type Surface } from '../run/Run.ts';
import { buildFrame } from './buildFrame.ts';
import { showFrame, watchAttempt } from './showFrame.ts';

/** How long a frame waits to be used, in milliseconds. */
const patience = 600_000;

/** A frame that is there before its checkout begins. */
interface Prepared extends AbortController, Pick<Attempt, 'frame' | 'send'> {
  /** Aborted when the checkout begins: nothing waits any more. */
  readonly unused: AbortController;
  /** The access that was asked for, unless the call has failed: then the next try makes it again. */
  access?: ReturnType<FindAccess>;
  session?: CheckoutSession;
  /** What each new page in the frame is told at first: the checkout's own changes, once it begins. */
  readonly changes: HostedChanges;
  hear: (message: ChannelMessage) => void;
}

/** Builds the frame, and gives it back when it has waited for too long. */
async function build(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  surface: Omit<Surface, 'show'>,
  prepared: Prepared,
  release: () => void,
): Promise<void> {
  if (prepared.signal.aborted) return;
  const { signal, unused, changes } = prepared;
  const setting = { platform, options, ...surface, changes, theme: 'auto' as const };
  applyChanges(setting, options);
  prepared.access = options.access((end) => after(platform, options.timeoutMs, signal, end));
  const found = await prepared.access;
  await buildFrame(setting, prepared, found, (message) => prepared.hear(message));
  if (signal.aborted) return;
  surface.view.place(prepared.frame as HTMLIFrameElement);
  after(platform, patience, unused.signal, release);
  void readAhead(platform, found, prepared, release);
}

/**
 * Builds the frame of a checkout that has not begun, where it will be shown, because a frame that is moved
 * loads anew. Its view is hidden by the caller. Gives what `createRun` takes: the checkout finds the page
 * in the frame ready, or begins like any other when there is no frame any more.
 *
 * The frame is given back with the signal in the options, at the end of the session, and when it was not
 * used for ten minutes. Nobody hears of what fails before the checkout begins: it is tried again then.
 */
export function prepareFrame(
  platform: Platform,
  options: ResolvedCheckoutOptions,
  surface: Omit<Surface, 'show'>,
): Surface & { readonly options: ResolvedCheckoutOptions } {
  const scope = createScope(options.signal);
  // What the hosted page says is kept until there is a checkout to hear it.
  const waiting: ChannelMessage[] = [];
  const prepared: Prepared = Object.assign(scope, {
    unused: createScope(scope.signal),
    changes: {},
    send: () => undefined,
    hear: (message: ChannelMessage) => void waiting.push(message),
  });
  const release = (): void => {
    prepared.abort();
    prepared.frame?.remove();
  };
  const building = build(platform, options, surface, prepared, release).catch(() => {
    delete prepared.access;
    release();
  });

  return {
    ...surface,
    options: { ...options, access: (limit) => prepared.access ?? options.access(limit) },
    show: async (run, attempt, access) => {
      await building;
      // Events wait for the end of the task in which the checkout began.
      await new Promise<void>((resolve) => platform.setTimeout(resolve));
      if (attempt.signal.aborted) return;
      if (adopt(run, attempt, prepared)) {
        prepared.hear = (message) => hearHosted(run, attempt, message);
        waiting.forEach(prepared.hear);
        wakePage(run, attempt);
      } else {
        release();
        await showFrame(run, attempt, access);
      }
    },
  };
}

/** Reads the session while nobody waits for it. */
async function readAhead(
  platform: Platform,
  access: Access,
  prepared: Prepared,
  release: () => void,
): Promise<void> {
  const { signal } = prepared.unused;
  const session = await readSession(platform, access, signal).catch(() => undefined);
  if (!session || signal.aborted) return;
  prepared.session = session;
  const left = Date.parse(session.expires_at) - Date.parse(session.server_time);
  if (left < patience) after(platform, left, signal, release);
}

/** Makes the frame that of an attempt, as if it had just been built; `false` when it is no more. */
function adopt(run: Run, attempt: Attempt, prepared: Prepared): boolean {
  const { frame, send, session, unused, changes } = prepared;
  if (!frame?.isConnected || unused.signal.aborted) return false;
  unused.abort();
  attempt.signal.addEventListener('abort', () => prepared.abort());
  Object.assign(attempt, { frame, send });
  run.changes = Object.assign(changes, run.changes);
  watchAttempt(run, attempt);
  if (session) {
    attempt.answered = true;
    applySession(run, session);
  }
  return true;
}

/** Comes after `ready`: the page's process, woken by a message, can take the processor from whoever waits for that. */
function wakePage(run: Run, attempt: Attempt): void {
  attempt.send({ t: 's:update', ...run.changes });
  attempt.send({ t: 's:show' });
  look(run);
}
