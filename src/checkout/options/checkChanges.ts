import { checkOption } from '../../options/checkOption.ts';
import { resolveLocale } from '../../options/resolveLocale.ts';
import type { Platform } from '../../platform/Platform.ts';
import { parseAppearance, parsePrefill } from '../../protocol/parseAppearance.ts';
import type { CheckoutChanges } from './CheckoutOptions.ts';

/**
 * Refuses, in builds for development, what the hosted page would drop: the wire's own parsers decide. In
 * production a wrong colour is no reason to take no money; the hosted page looks at every value anyway.
 */
function checkParsed(option: string, value: object | undefined, parsed: object = {}): void {
  const given = Object.values(value ?? {}).filter((part) => part !== undefined);
  checkOption(
    given.length === Object.keys(parsed).length,
    `Failed to use "${option}": a key is unknown, or a value is none that the page takes. Pass short texts (of an appearance: a colour, a length, names of fonts), and look the keys up in the reference.`,
  );
}

/** Refuses, in builds for development, changes that could not take place. */
export function checkChanges(
  platform: Platform,
  { locale, appearance, prefill }: CheckoutChanges,
): void {
  checkParsed('appearance', appearance, parseAppearance(appearance));
  checkParsed('prefill', prefill, parsePrefill(prefill));
  resolveLocale(platform, locale);
}
