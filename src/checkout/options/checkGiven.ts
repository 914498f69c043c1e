import { checkNames } from '../../options/checkNames.ts';
import { checkOption } from '../../options/checkOption.ts';
import { checkListener, eventNames } from './checkListener.ts';
import type { CheckoutEventHandlers } from './CheckoutEvents.ts';
import { frameTexts, ladderTexts, overlayTexts } from './CheckoutTexts.ts';
import type { OverlayOptions } from './OverlayOptions.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string';

type Form = readonly [fits: (value: unknown) => boolean, form: string];

/** What each option must be; `undefined` where something else at the door looks at it. */
const forms: Readonly<
  Record<Exclude<keyof OverlayOptions, keyof CheckoutEventHandlers>, Form | undefined>
> = {
  secureToken: undefined,
  url: undefined,
  host: undefined,
  locale: [isText, 'a language tag'],
  texts: [
    (value) => isObject(value) && Object.values(value as object).every(isText),
    'an object of texts',
  ],
  appearance: [isObject, 'an object'],
  prefill: [isObject, 'an object'],
  redirect: undefined,
  completion: undefined,
  timeoutMs: undefined,
  initialHeight: undefined,
  loading: [(value) => !isObject(value) || 'nodeType' in (value as object), 'a node'],
  dismissible: [(value) => typeof value === 'boolean', 'true or false'],
  signal: [(value) => isObject(value) && 'aborted' in (value as object), 'an AbortSignal'],
  debug: [(value) => /^(boolean|function)$/.test(typeof value), 'true, false or a function'],
};

/** The names of the options that every way to check out takes, its handlers among them. */
export const optionNames = (): readonly string[] => [
  ...Object.keys(forms),
  ...eventNames().map((type) => `on${type.replace(/^./, (first) => first.toUpperCase())}`),
];

/**
 * Refuses, in builds for development, options that only code without types can pass: what is no object, a
 * name that does not exist, a handler that is no function, a value of another kind. `null` is as good as
 * nothing, because templates and databases bring it.
 */
export function checkGiven(
  options: object | null | undefined,
  names: readonly string[] = optionNames(),
): void {
  checkNames(options, 'options', names);
  for (const [name, value] of Object.entries(options as object) as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    if (/^on[A-Z]/.test(name)) checkListener(name.slice(2).toLowerCase(), value);
    const [fits, form] = forms[name as keyof typeof forms] ?? [];
    checkOption(
      !fits || fits(value),
      `Failed to use "${name}": it is not ${String(form)}. Look it up in the reference of options.`,
    );
    if (name === 'texts') {
      const texts = { ...frameTexts, ...overlayTexts, ...ladderTexts };
      checkNames(value, 'texts', Object.keys(texts));
    }
  }
}
