import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import type { Platform } from '../platform/Platform.ts';

/** Refuses a call whose option is wrong, with the sentence that says so. */
export function checkOption(
  fits: unknown,
  sentence: string,
  code: PaymentKitErrorCode = 'invalid_option',
): asserts fits {
  if (!fits) throw new PaymentKitError(code, sentence);
}

/** Refuses to go on where there is no page. */
export const requireBrowser = ({ document }: Partial<Platform>): void =>
  checkOption(
    document,
    __DEV__
      ? 'Failed to start: there is no page here. Call it in the browser, for example in an effect or an event listener.'
      : '',
    'insecure_context',
  );
