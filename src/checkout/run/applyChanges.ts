import { resolveLocale } from '../../options/resolveLocale.ts';
import type { HostedChanges } from '../../protocol/MerchantMessage.ts';
import { checkChanges } from '../options/checkChanges.ts';
import type { CheckoutChanges } from '../options/CheckoutOptions.ts';
import type { Run } from './Run.ts';

/** Takes changes over, and tells the page in the frame. It is told a theme, not to guess one. */
export function applyChanges(
  run: Pick<Run, 'platform' | 'view' | 'theme' | 'changes' | 'attempt'>,
  changes: CheckoutChanges,
): void {
  if (__DEV__) checkChanges(run.platform, changes);
  run.theme = changes.appearance?.theme ?? run.theme;
  const sent: HostedChanges = {
    ...((changes.locale || !run.changes.locale) && {
      locale: resolveLocale(run.platform, changes.locale),
    }),
    // A copy: a framework's proxy cannot be cloned into a message.
    ...(changes.prefill && { prefill: { ...changes.prefill } }),
    appearance: {
      ...run.changes.appearance,
      ...changes.appearance,
      theme: run.view.theme(run.theme),
    },
  };
  // In place: a frame that was prepared holds the same.
  Object.assign(run.changes, sent);
  run.attempt?.send({ t: 's:update', ...sent });
}
