import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { Platform } from '../platform/Platform.ts';

/** Refuses a call whose option is wrong, with the sentence that says so. */
export function checkOption(fits: unknown, sentence: string): asserts fits {
  if (!fits) throw new PaymentKitError('invalid_option', sentence);
}

/** Refuses to go on where there is no page. */
export function requireBrowser({ document }: Partial<Platform>): void {
  if (document) return;
  throw new PaymentKitError(
    'insecure_context',
    __DEV__
      ? 'Failed to start: there is no page here. Call it in the browser, for example in an effect or an event listener.'
      : '',
  );
}
