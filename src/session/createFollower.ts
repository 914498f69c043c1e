import { afterVisible } from '../platform/afterVisible.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';

export interface Follower {
  /** Reads at once, also out of a sleeping back-off, and starts the schedule again. */
  wake(): Promise<CheckoutSession>;
  /** Whether to go on reading by the schedule. */
  follow(on: boolean): void;
}

/**
 * Reads a session on signals and, while following, by a schedule that backs off. Two reads never run
 * side by side; a signal during one starts another after it, because the answer under way may be older
 * than what the signal tells.
 */
export function createFollower(
  platform: Platform,
  read: () => Promise<CheckoutSession>,
  signal: AbortSignal,
): Follower {
  let following = false;
  let step = 0;
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<CheckoutSession> | undefined;
  let pause = createScope(signal);

  const plan = (): void => {
    pause.abort();
    if (!following || next) return;
    pause = createScope(signal);
    afterVisible(platform, Math.min(2 ** step, 15) * 1000, pause.signal, () => {
      step++;
      run().catch(() => undefined);
    });
  };
  const run = (): Promise<CheckoutSession> => {
    pause.abort();
    return (next ??= running.then(() => {
      next = undefined;
      const reading = read();
      running = reading.then(plan, plan);
      return reading;
    }));
  };
  return {
    wake: () => {
      step = 0;
      return run();
    },
    follow: (on) => {
      following = on;
      void running.then(plan);
    },
  };
}
