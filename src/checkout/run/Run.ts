import type { PaymentKitError } from '../../errors/PaymentKitError.ts';
import type { Emitter } from '../../events/createEmitter.ts';
import { type Access, hostedPageUrl } from '../../options/resolveAccess.ts';
import type { Platform } from '../../platform/Platform.ts';
import type { Appearance, HostedChanges, MerchantMessage } from '../../protocol/MerchantMessage.ts';
import type { CheckoutSession } from '../../session/CheckoutSession.ts';
import type { Follower } from '../../session/createFollower.ts';
import type { CheckoutEventData, CheckoutWarningCode } from '../options/CheckoutEvents.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import type { Checkout, CheckoutResult } from './Checkout.ts';
import type { Ending } from './createEnding.ts';
import { explainWarning } from './explainWarning.ts';
import { type CheckoutPhase, mayFollow } from './mayFollow.ts';
import { note } from './note.ts';
import type { View } from './View.ts';

/** One try to show the frame, from the skeleton to a failure or to the end: aborted when it is over. */
export interface Attempt extends AbortController {
  frame?: HTMLIFrameElement;
  send: (message: MerchantMessage) => void;
  resize: (height: number) => void;
  /** The hosted page has painted. */
  painted?: boolean;
  /** What the hosted page said of a payment last: one that went on while it loaded is followed from `ready` on. */
  next?: 'ready' | 'processing';
  /** The first read of the session has ended, well or not. */
  answered?: boolean;
  /** Pings since the hosted page was last heard. */
  unheard: number;
}

/** Where a checkout is shown, and how: what each way to check out brings along. */
export interface Surface {
  readonly mode: Checkout['mode'];
  readonly view: View;
  /** Brings the hosted page there, once there is a token. */
  readonly show: (run: Run, attempt: Attempt, access: Access) => Promise<void>;
  /** Goes on in another way in place of failing; `false` when there is none. */
  readonly rescue?: (run: Run, failure: PaymentKitError) => boolean;
  /** Which phases may follow besides those that always may. */
  readonly mayAlso?: (from: CheckoutPhase, to: CheckoutPhase) => boolean;
}

/** One checkout, aborted by the end of everything: what its parts share. */
export interface Run
  extends AbortController, Omit<Surface, 'mode'>, Follower, Emitter<CheckoutEventData> {
  readonly platform: Platform;
  readonly options: ResolvedCheckoutOptions;
  readonly ready: Ending<CheckoutSession | undefined>;
  readonly result: Ending<CheckoutResult>;
  /** Shows the frame again after a failure. */
  readonly retry: () => void;
  /** `redirect` once the checkout goes on in the tab itself. */
  mode: Checkout['mode'];
  phase: CheckoutPhase;
  /** The locale, appearance and prefill in use, as they travel. */
  changes: HostedChanges;
  /** The theme that was asked for. */
  theme: NonNullable<Appearance['theme']>;
  attempt?: Attempt;
  access?: Access;
  /** What the merchant holds. */
  handle?: Checkout;
  /** What was read last. */
  session?: CheckoutSession;
  /** How long one is waited for that cannot be read: an hour after its end, in milliseconds since the page began. */
  patience: number;
  /** What stands as an error; nothing once another way goes on in its place. */
  failure?: PaymentKitError;
  /** `false` where the merchant shows that error, and no panel does. */
  panel?: boolean;
  /** How the hosted page says that it is over; only the API is believed. */
  hint?: 'completed' | 'expired';
  /** A read has succeeded since the hint. */
  confirmed?: boolean;
  /** Gives the payment up: nobody is left to make it, so a session that is open says that it never began. */
  abandon?: () => unknown;
  /** The page is leaving for the session's address: a second order to leave would undo the first. */
  left?: boolean;
  /** Tells the other checkouts of this session in the browser that it is over. */
  tellTabs?: () => void;
  /** The merchant has taken the checkout away. */
  closed?: boolean;
}

/** Whether nothing can follow but `destroy()`. */
export const isOver = (run: Run): boolean =>
  run.phase === 'failed' ? run.failure?.recoverable === false : !mayFollow(run.phase, 'completed');

/** Whether money may have moved: nothing is called failed or canceled then until the API has said so. */
export const mayBePaid = (run: Run): boolean =>
  run.phase === 'processing' || run.hint === 'completed';

/** Takes away what stands in the place. A session that has expired keeps a way to the page that says so. */
export const clear = (run: Run): void =>
  run.view.fail(
    run.phase === 'expired' &&
      run.panel !== false && { open: true, address: run.access && hostedPageUrl(run.access) },
  );

/** Goes to another phase, where the table allows it. */
export function move(run: Run, to: CheckoutPhase): boolean {
  const allowed =
    (mayFollow(run.phase, to) && (to === 'destroyed' || !isOver(run))) ||
    run.mayAlso?.(run.phase, to) === true;
  if (allowed) {
    const panelGoes = run.phase === 'failed';
    run.phase = to;
    if (panelGoes) clear(run);
    note(run, 'phase', to);
    run.view.phase?.(to);
    follow(run);
  }
  return allowed;
}

/**
 * Reads on by the schedule while a payment is under way, or said to be over. Behind an error the API may have said so:
 * a page before this one pays, or another window.
 */
export const follow = (run: Run): void =>
  run.follow(
    !isOver(run) &&
      (mayBePaid(run) ||
        !!run.hint ||
        (run.phase === 'failed' && run.session?.state === 'processing')),
  );

/** Reads the session now; what comes of it arrives where every read does. */
export const look = (run: Run): void => void run.wake().catch(() => undefined);

/** What an event says went wrong. */
interface Told {
  readonly code?: CheckoutWarningCode;
  readonly error?: PaymentKitError;
}

/** Says in the console of a developer what went wrong, whether or not anybody listens. */
function explain({ platform }: Run, { code, error }: Told): void {
  if (error) platform.console.warn(`${error.name}: ${error.message}`, error.cause ?? '');
  else if (code) platform.console.warn(explainWarning(code));
}

/** Tells the listeners; `false` when one prevented what follows, or has destroyed the checkout. */
export function emit<Type extends keyof CheckoutEventData>(
  run: Run,
  type: Type,
  data: CheckoutEventData[Type],
  lasting?: boolean,
): boolean {
  const { signal } = run;
  // These are told of a checkout that goes on, and of no other: an end is the last word.
  if (signal.aborted || (/^(ch|[dps])/.test(type) && isOver(run))) return false;
  note(run, type, (data as Told).code ?? (data as Told).error?.code);
  if (__DEV__) explain(run, data as Told);
  return (
    run.emit(
      type,
      { timestamp: run.platform.Date.now(), sessionId: run.session?.id, ...data },
      lasting,
    ) && !signal.aborted
  );
}

export const warn = (run: Run, code: CheckoutWarningCode): void =>
  void emit(run, 'warning', { code });
