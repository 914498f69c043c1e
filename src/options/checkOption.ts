import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';

/** Refuses a call whose option is wrong, with the sentence that says so. */
export function checkOption(
  fits: unknown,
  sentence: string,
  code: PaymentKitErrorCode = 'invalid_option',
): asserts fits {
  if (!fits) throw new PaymentKitError(code, sentence);
}

/** The sentence for a call where there is no page. */
export const noPage =
  'Failed to start: there is no page here. Call it in the browser, for example in an effect or an event listener.';
